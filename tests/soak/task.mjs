// What this process of the load is to do, as the main process has put it.
export const task = JSON.parse(process.argv[2]);
