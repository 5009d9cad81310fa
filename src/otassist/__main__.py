"""`python -m otassist` is the command `otassist`."""

from .cli import main

main()
