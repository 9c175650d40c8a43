-- `keys:rotate` takes away wrapping keys that no row uses any more. The foreign key of "RowKey" refuses one that is in use after all.
GRANT DELETE ON "WrappingKey" TO system;
