"""Face: the web app, for one therapist on her own machine. Thin: what it does is done below it."""
