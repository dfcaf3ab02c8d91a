// What a process must see to before it does anything else.
#pragma once

namespace pajthy
{

/// Opens /dev/null for each of stdin, stdout and stderr that is closed, so that none of them ever
/// is a socket, and ignores the signals that a reader who has gone, a full file or a terminal that
/// is closed would end the process with. (SIGHUP asks for settings to be read anew; there are none
/// that could be.) Throws std::system_error if a descriptor cannot be filled.
void prepare_process();

} // namespace pajthy
