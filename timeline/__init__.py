"""timeline: text in, a dated, sourced, filterable chronology out."""
