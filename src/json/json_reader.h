// JSON of any vendor: the table of its formats; FORMAT_JSON reads them all.
#ifndef JSON_JSON_READER_H
#define JSON_JSON_READER_H

#include "json/vendor.h"

size_t json_format_count(void);
const JsonFormat *json_format(size_t index);

#endif
