"""Worksheets: one block model (`model`), two renderers over it (`html`, `pdf`)."""
