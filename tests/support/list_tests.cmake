# Writes down for ctest a test for each file of tests in a Catch2 program.
#
#   cmake -DPROGRAM=file -DFILES=a_test.cpp,x/b_test.cpp -DLIST=file -P list_tests.cmake
#
# Two files of the same name in two folders are one test: Catch2 tags tests with the name alone.

cmake_minimum_required(VERSION 3.25)

# Its exit status says nothing: Catch2 v2 ends with how many tags there are.
execute_process(
    COMMAND "${PROGRAM}" --filenames-as-tags --list-tags
    OUTPUT_VARIABLE tags RESULT_VARIABLE ended)
cmake_path(GET PROGRAM FILENAME program)
string(REPLACE "," ";" FILES "${FILES}")

set(names "")
foreach(file IN LISTS FILES)
    cmake_path(GET file STEM name)
    list(APPEND names ${name})
endforeach()
list(REMOVE_DUPLICATES names)

set(total 0)
set(tests "")
foreach(name IN LISTS names)
    if(NOT tags MATCHES " ([0-9]+)  \\[#${name}\\]\n")
        message(FATAL_ERROR "${program} (${ended}) lists no test in ${name}.cpp: ${tags}")
    endif()
    set(count ${CMAKE_MATCH_1})
    math(EXPR total "${total} + ${count}")
    string(APPEND tests
        "add_test([=[${program}: ${name}, tests: ${count}]=]\n"
        "    [=[${PROGRAM}]=] --filenames-as-tags [=[[#${name}]]=])\n"
        "set_tests_properties([=[${program}: ${name}, tests: ${count}]=] PROPERTIES\n"
        "    FAIL_REGULAR_EXPRESSION [=[No test cases matched]=] TIMEOUT 300)\n")
endforeach()
file(WRITE "${LIST}" "${tests}")
message("${program}: ${total} tests")
