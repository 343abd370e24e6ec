#include <sqlite3.h>
#ifdef __linux__
#include <malloc.h> // malloc_trim, which the C library's own module leaves out
#endif
