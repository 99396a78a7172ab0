"""A real Airflow and a local Wiro on this machine: what `make demo` and the end-to-end tests run on."""

__all__: list[str] = []
