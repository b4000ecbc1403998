"""Writers: a Guide or an Outcome in, text out."""
