#ifndef CHILD_IMPACT_CLIBXML2_SHIM_H
#define CHILD_IMPACT_CLIBXML2_SHIM_H

// libxml2's encoding.h pulls in the system's ICU headers, and Foundation ships newer ones: beside each other they do
// not compile ("'UErrorCode' has different definitions in different modules"). The one struct that changes without ICU
// is never touched here. https://github.com/swiftlang/swift/issues/88485
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>

// xmlFree is a mutable global, which language mode 6 refuses.
static inline void child_impact_xml_free(void *pointer) { xmlFree(pointer); }

// The version of the struct that the error callback gets differs between 2.9 and 2.12 in const only.
typedef void (*child_impact_xml_error_callback)(void *context, int level, int line, int column, const char *message);

static inline void child_impact_xml_forward(void *userData, const xmlError *error) {
    xmlParserCtxtPtr context = (xmlParserCtxtPtr)userData;
    if (context == NULL || context->_private == NULL || error == NULL) return;
    void **pair = (void **)context->_private;
    ((child_impact_xml_error_callback)pair[1])(pair[0], error->level, error->line, error->int2, error->message);
}

// Puts the collector of errors on one parser context, without any global handler: with `serror` set, libxml2 gives it
// the parser context, and the collector is reached through `_private`.
static inline void child_impact_xml_collect(xmlParserCtxtPtr context, void **pair) {
    context->_private = pair;
    context->sax->initialized = XML_SAX2_MAGIC;
    context->sax->serror = (xmlStructuredErrorFunc)child_impact_xml_forward;
}

static inline void child_impact_xml_refuse_doctype(void *context, const xmlChar *name, const xmlChar *externalID,
                                                   const xmlChar *systemID) {
    (void)name;
    (void)externalID;
    (void)systemID;
    xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
    void **pair = (void **)parser->_private;
    int line = parser->input != NULL ? parser->input->line : 0;
    if (pair != NULL) {
        ((child_impact_xml_error_callback)pair[1])(pair[0], XML_ERR_FATAL, line, 1, "a DOCTYPE is not allowed");
    }
    xmlStopParser(parser);
}

// Stops a parser at any DOCTYPE, before an entity can be declared.
static inline void child_impact_xml_forbid_doctype(xmlParserCtxtPtr context) {
    context->sax->internalSubset = child_impact_xml_refuse_doctype;
}

// Gives the elements and the text of a document to three functions; nothing is kept, so that no tree grows.
static inline void child_impact_xml_take_pieces(xmlParserCtxtPtr context, startElementNsSAX2Func start,
                                                endElementNsSAX2Func end, charactersSAXFunc text) {
    context->sax->startElementNs = start;
    context->sax->endElementNs = end;
    context->sax->characters = text;
    context->sax->ignorableWhitespace = text;
    context->sax->cdataBlock = text;
    context->sax->reference = NULL;
    context->sax->comment = NULL;
    context->sax->processingInstruction = NULL;
}

// The third pointer of `child_impact_xml_collect`: the one whom the functions work for.
static inline void *child_impact_xml_handler(void *context) {
    xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
    return parser == NULL || parser->_private == NULL ? NULL : ((void **)parser->_private)[2];
}

static inline int child_impact_xml_line(void *context) {
    xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
    return parser->input != NULL ? parser->input->line : 0;
}

static inline int child_impact_xml_column(void *context) {
    xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
    return parser->input != NULL ? parser->input->col : 0;
}

static inline void child_impact_xml_stop(void *context) { xmlStopParser((xmlParserCtxtPtr)context); }

static inline void child_impact_schema_forward(void *userData, const xmlError *error) {
    void **pair = (void **)userData;
    if (pair == NULL || error == NULL) return;
    ((child_impact_xml_error_callback)pair[1])(pair[0], error->level, error->line, error->int2, error->message);
}

static inline void child_impact_schema_collect_parser(xmlSchemaParserCtxtPtr context, void **pair) {
    xmlSchemaSetParserStructuredErrors(context, (xmlStructuredErrorFunc)child_impact_schema_forward, pair);
}

static inline void child_impact_schema_collect_valid(xmlSchemaValidCtxtPtr context, void **pair) {
    xmlSchemaSetValidStructuredErrors(context, (xmlStructuredErrorFunc)child_impact_schema_forward, pair);
}

static inline void child_impact_reader_collect(xmlTextReaderPtr reader, void **pair) {
    xmlTextReaderSetStructuredErrorHandler(reader, (xmlStructuredErrorFunc)child_impact_schema_forward, pair);
}

#endif
