# Makes bundle.S, which holds the bytes of the page's files, and bundle.cpp, which lists them.
#
#   cmake -DDIST=folder -DOUT=folder -P embed.cmake
#
# A file's other encodings stand beside it, as NAME.gz and NAME.br.

set(types
    "html=text/html\; charset=utf-8"
    "js=text/javascript\; charset=utf-8"
    "css=text/css\; charset=utf-8"
    "json=application/json"
    "webmanifest=application/manifest+json"
    "svg=image/svg+xml"
    "png=image/png"
    "ico=image/x-icon"
    "txt=text/plain\; charset=utf-8"
    "woff2=font/woff2")

function(type_of file out)
    get_filename_component(extension "${file}" LAST_EXT)
    foreach(pair IN LISTS types)
        if(".${pair}" MATCHES "^(\\.[a-z0-9]+)=(.*)$" AND CMAKE_MATCH_1 STREQUAL extension)
            set(${out} "${CMAKE_MATCH_2}" PARENT_SCOPE)
            return()
        endif()
    endforeach()
    message(FATAL_ERROR "no Content-Type is known for ${file}")
endfunction()

# Appends the bytes of `file` under `symbol` to the assembly, if there is such a file, and sets
# `out` to the C++ that views them.
macro(embed file symbol out)
    if(EXISTS "${file}")
        string(APPEND assembly
            "    .globl ${symbol}\n${symbol}:\n    .incbin \"${file}\"\n"
            "    .globl ${symbol}_end\n${symbol}_end:\n")
        string(APPEND declarations
            "extern \"C\" const char ${symbol}[];\nextern \"C\" const char ${symbol}_end[];\n")
        set(${out} "{${symbol}, ${symbol}_end}")
    else()
        set(${out} "{}")
    endif()
endmacro()

file(GLOB_RECURSE files RELATIVE "${DIST}" "${DIST}/*")
list(FILTER files EXCLUDE REGEX "\\.(gz|br)$")
list(SORT files)
if(NOT files)
    message(FATAL_ERROR "there is no page in ${DIST}")
endif()

set(assembly "    .section .rodata\n")
set(declarations "")
set(table "")
set(n 0)
foreach(file IN LISTS files)
    set(path "${DIST}/${file}")
    type_of("${file}" type)
    file(SHA256 "${path}" hash)
    string(SUBSTRING "${hash}" 0 16 hash)
    set(plain "${path}")
    if(EXISTS "${path}.gz" AND NOT file MATCHES "\\.html$")
        set(plain "") # what few ask for is unpacked then
    endif()
    embed("${plain}" "pajthy_asset_${n}" identity)
    embed("${path}.gz" "pajthy_asset_${n}_gzip" gzip)
    embed("${path}.br" "pajthy_asset_${n}_brotli" brotli)
    string(APPEND table
        "        {\"${file}\", \"${type}\", \"${hash}\",\n"
        "         ${identity}, ${gzip}, ${brotli}},\n")
    math(EXPR n "${n} + 1")
endforeach()
string(APPEND assembly "    .section .note.GNU-stack,\"\",@progbits\n")

file(WRITE "${OUT}/bundle.S" "${assembly}")
file(WRITE "${OUT}/bundle.cpp"
"// Made by src/assets/embed.cmake.
#include <pajthy/assets/assets.hpp>

${declarations}
namespace pajthy
{

std::span<const asset> bundle() noexcept
{
    static const asset files[] = {
${table}    };
    return files;
}

} // namespace pajthy
")
