"""What Alembic runs: the migrations, over the connection it was handed."""

from alembic import context

own = context.config.attributes
context.configure(connection=own["connection"], version_table=own["version_table"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
