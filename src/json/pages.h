// Lists that services give out in pages: a document may hold the first of several only.
#ifndef JSON_PAGES_H
#define JSON_PAGES_H

#include "format/call_task.h"
#include "input/json.h"

// Whether a member of that name tells where the next page is: next_page_url, NextToken,
// nextPageUri, @odata.nextLink, has_more and their like.
bool pages_is_next(Str name);
// Notes that the call goes on elsewhere, where the document, or an object in it, names a
// next page, or counts more elements (total_count) than its list has.
void pages_note(CallTask *task, const Json *document);

#endif
