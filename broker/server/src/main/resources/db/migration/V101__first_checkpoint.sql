-- The receipt of an entry is under the first checkpoint that covers it, whenever it is asked for.
create index log_checkpoint_size on log_checkpoint (size, number);
