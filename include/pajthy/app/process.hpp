// Prepares the process before it does anything else.
#pragma once

namespace pajthy
{

/// Opens /dev/null for each of stdin, stdout and stderr that is closed. Otherwise a socket would
/// get its number. Ignores SIGPIPE, SIGXFSZ and SIGHUP: a reader that is gone, a full file or a
/// closed terminal must not end the process. (SIGHUP asks a server to read its settings again; this
/// one has none to read.) Throws std::system_error if a descriptor cannot be opened.
void prepare_process();

} // namespace pajthy
