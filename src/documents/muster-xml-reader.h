/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-zip-reader.h"

/** MusterXmlReader: one reading of an XML member; a handler stops it with muster_xml_reader_stop() or muster_xml_reader_fail(). For the helper. */
typedef struct _MusterXmlReader MusterXmlReader;

/** What is told of elements: names without their namespace, attributes as pairs. */
typedef struct
{
  void (*start) (MusterXmlReader *reader, const char *name, const char **attributes, gpointer user_data);
  void (*end) (MusterXmlReader *reader, const char *name, gpointer user_data);
  void (*text) (MusterXmlReader *reader, const char *text, gsize length, gpointer user_data); /* in any pieces */
  void (*progress) (guint64 done, guint64 total, gpointer user_data);                         /* (nullable) */
} MusterXmlHandlers;

#define MUSTER_XML_MAX_DEPTH 256u

/**
 * Reads the member @name to its end, or to where a handler stops it. Fails with MUSTER_WORKBOOK_ERROR: what is no XML, declares entities, or
 * is nested beyond MUSTER_XML_MAX_DEPTH is damaged.
 */
gboolean muster_xml_read (MusterZipReader *zip, const char *name, const MusterXmlHandlers *handlers, gpointer user_data, GError **error);

/** Enough was read. */
void muster_xml_reader_stop (MusterXmlReader *reader);
/** Reading fails with @problem, (transfer full). */
void muster_xml_reader_fail (MusterXmlReader *reader, GError *problem);
/** Where a handler passes on failures. */
void muster_xml_reader_fail_unless (MusterXmlReader *reader, gboolean ok, GError **problem);

/** Returns: (nullable): the value of the attribute of that local name; @space, if given, is a part of its namespace. */
const char *muster_xml_get (const char **attributes, const char *space, const char *name);
/** Returns: the number that @text begins with, at most @limit; @fallback for %NULL or none. */
guint muster_xml_to_number (const char *text, guint fallback, guint limit);
