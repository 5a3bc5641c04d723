#include "cli/about.h"

Str about_version(void) { return STR(CALLMARK_VERSION); }
Str about_rubrics(void) { return STR(CALLMARK_DATADIR "/rubrics"); }
