#include "text/separator.h"

char separator_find(Str line) {
    static const char CHOICES[] = {',', ';', '\t'};
    size_t counts[sizeof CHOICES] = {0}, best = 0;
    bool quoted = false;
    for (size_t at = 0; at < line.len; at++) {
        quoted ^= line.ptr[at] == '"';
        for (size_t i = 0; i < sizeof CHOICES; i++)
            counts[i] += !quoted && line.ptr[at] == CHOICES[i];
    }
    for (size_t i = 1; i < sizeof CHOICES; i++)
        if (counts[i] > counts[best]) best = i;
    return CHOICES[best];
}

char separator_told(Str line) {
    line = str_trim(line);
    if (str_starts(line, STR("\"")) && line.len > 2)
        line = str_slice(line, 1, line.len - 1);
    bool told = str_eq_fold(str_slice(line, 0, 4), STR("sep="));
    if (told && line.len == 4) return '\t'; // trimmed
    return told && line.len == 5 ? line.ptr[4] : '\0';
}
