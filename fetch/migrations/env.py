"""Runs the migrations on the connection that store.py hands over, in one transaction that a kill rolls back."""
from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, transaction_per_migration=False, render_as_batch=True)
context.run_migrations()
