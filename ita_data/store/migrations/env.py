"""What Alembic runs for every command: the migrations, on the connection and in the transaction of the caller."""

from alembic import context

from ita_data.store.columns import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
