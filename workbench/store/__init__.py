"""The store: tables, transactions and the log. SQL lives here and nowhere else."""
