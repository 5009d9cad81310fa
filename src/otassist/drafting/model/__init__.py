"""Drafting with a language model that speaks the OpenAI protocol. Importing this imports no model library."""
