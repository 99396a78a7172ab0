"""Deployed agents of the sandbox: their states, messages, credits, subscriptions, settings and logs."""
