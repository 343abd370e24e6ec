#ifndef TENURE_CCURL_SHIM_H
#define TENURE_CCURL_SHIM_H

// libcurl sets and reads options through variadic functions, which Swift cannot call.
// Below is one wrapper for each kind of value an option takes.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>

static inline CURLcode curl_set_number(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_set_size(CURL *easy, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_set_text(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(easy, option, value);
}

// Reads, writes and headers share one shape: bytes, size, count, the pointer given beside the function.
typedef size_t (*curl_bytes_function)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode curl_set_bytes_function(CURL *easy, CURLoption option, curl_bytes_function value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_set_open_socket_function(CURL *easy, curl_opensocket_callback value) {
    return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, value);
}

// Asked about once a second and whenever the transfer is woken; anything but 0 aborts it.
static inline CURLcode curl_set_progress_function(CURL *easy, curl_xferinfo_callback value) {
    return curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, value);
}

static inline CURLcode curl_get_number(CURL *easy, CURLINFO info, long *value) {
    return curl_easy_getinfo(easy, info, value);
}

// The text belongs to the handle.
static inline CURLcode curl_get_text(CURL *easy, CURLINFO info, const char **value) {
    return curl_easy_getinfo(easy, info, value);
}

// Copies the address in network order and returns its length: 4, 16, or 0 when it is no internet address.
static inline int curl_address_bytes(const struct curl_sockaddr *address, unsigned char bytes[16]) {
    const void *start = &address->addr;
    if (address->family == AF_INET) {
        memcpy(bytes, &((const struct sockaddr_in *)start)->sin_addr, 4);
        return 4;
    }
    if (address->family == AF_INET6) {
        memcpy(bytes, &((const struct sockaddr_in6 *)start)->sin6_addr, 16);
        return 16;
    }
    return 0;
}

#endif
