// JSON of any vendor: the table of its formats; FORMAT_JSON reads them all.
#ifndef JSON_JSON_READER_H
#define JSON_JSON_READER_H

#include "json/vendor.h"

size_t json_format_count(void);
const JsonFormat *json_format(size_t index);
// Whether the input is said, and not only found, to be a document a line.
bool json_by_line(const Input *input);

#endif
