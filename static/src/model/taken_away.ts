// What is made of the history in the page: fetched when somebody looks at it, as most never do.
export { historyTable } from './history_table';
export { trackerFiles } from './tracker_files';
