"""Stage: an accepted draft -> what is pasted, sent or printed. Only a `Reviewed` leaves; drafts cannot be exported."""
