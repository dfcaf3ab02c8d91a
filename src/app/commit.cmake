# Writes a header that defines PAJTHY_COMMIT, the first twelve digits of the commit that is checked
# out; empty without git, and outside of a checkout. The header keeps its time while nothing changes.
#
#   cmake -DPROJECT=folder -DCOMMIT=known -DHEADER=file -P commit.cmake
#
# COMMIT, if it isn't empty, is the commit, and git isn't asked.

cmake_minimum_required(VERSION 3.25)

if(NOT COMMIT)
    # A project unpacked inside another one's checkout is not that one's commit: the prefix is the
    # way from the top of the checkout down to here.
    execute_process(
        COMMAND git -C "${PROJECT}" rev-parse --show-prefix HEAD
        OUTPUT_VARIABLE answer ERROR_QUIET RESULT_VARIABLE failed)
    if(NOT failed AND answer MATCHES "^\n([0-9a-f]+)\n$")
        set(COMMIT ${CMAKE_MATCH_1})
    endif()
endif()
string(SUBSTRING "${COMMIT}" 0 12 COMMIT)
file(CONFIGURE OUTPUT "${HEADER}" CONTENT "#define PAJTHY_COMMIT \"@COMMIT@\"\n" @ONLY)
