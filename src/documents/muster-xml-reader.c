/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-xml-reader.h"

#include <expat.h>
#include <string.h>

#include "documents/muster-workbook-sink.h"

#define BLOCK (64 * 1024)
/* Stands between namespace and name, and in neither. */
#define SEPARATOR '|'
/* A tag cannot be taken apart before its end; none is as long as this. */
#define MAX_TAG (4 * 1024 * 1024)

struct _MusterXmlReader
{
  XML_Parser parser;
  const MusterXmlHandlers *handlers;
  gpointer user_data;
  guint depth;
  guint64 n_fed; /* bytes */
  guint64 n_heard; /* of them, when something was last told */
  gboolean is_stopped;
  GError *problem;
};

static const char *
get_local_name (const char *name)
{
  const char *separator = strrchr (name, SEPARATOR);

  return separator != NULL ? separator + 1 : name;
}

static void XMLCALL
start_cb (void *data, const char *name, const char **attributes)
{
  MusterXmlReader *reader = data;

  reader->n_heard = reader->n_fed;
  if (reader->is_stopped)
    return;
  if (++reader->depth > MUSTER_XML_MAX_DEPTH)
    muster_xml_reader_fail (reader, g_error_new_literal (MUSTER_WORKBOOK_ERROR, MUSTER_WORKBOOK_DAMAGED, ""));
  else
    reader->handlers->start (reader, get_local_name (name), attributes, reader->user_data);
}

static void XMLCALL
end_cb (void *data, const char *name)
{
  MusterXmlReader *reader = data;

  if (reader->is_stopped)
    return;
  reader->depth--;
  reader->handlers->end (reader, get_local_name (name), reader->user_data);
}

static void XMLCALL
text_cb (void *data, const char *text, int length)
{
  MusterXmlReader *reader = data;

  reader->n_heard = reader->n_fed;
  if (!reader->is_stopped)
    reader->handlers->text (reader, text, length, reader->user_data);
}

/* No spreadsheet declares entities; what does means to grow. */
static void XMLCALL
declaration_cb (void *data, const char *name, const char *system, const char *public, int has_internal)
{
  if (has_internal)
    muster_xml_reader_fail (data, g_error_new_literal (MUSTER_WORKBOOK_ERROR, MUSTER_WORKBOOK_DAMAGED, ""));
}

static gboolean
parse_block (MusterXmlReader *reader, MusterZipReader *zip, gboolean *is_last, GError **error)
{
  void *block = XML_GetBuffer (reader->parser, BLOCK);
  gssize n;
  enum XML_Status status;

  if (block == NULL)
    return muster_workbook_fail (error, MUSTER_WORKBOOK_TOO_LARGE, NULL);
  n = muster_zip_reader_read (zip, block, BLOCK, error);
  if (n < 0)
    return FALSE;
  reader->n_fed += n;
  *is_last = n == 0;
  status = XML_ParseBuffer (reader->parser, n, *is_last);
  if (reader->problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reader->problem));
      return FALSE;
    }
  if (reader->is_stopped)
    return TRUE;
  if (status != XML_STATUS_OK || reader->n_fed - reader->n_heard > MAX_TAG)
    return muster_workbook_fail (error, MUSTER_WORKBOOK_DAMAGED, NULL);
  return TRUE;
}

static gboolean
parse (MusterXmlReader *reader, MusterZipReader *zip, GError **error)
{
  guint64 done, total;
  gboolean is_last = FALSE;

  XML_SetUserData (reader->parser, reader);
  XML_SetElementHandler (reader->parser, start_cb, end_cb);
  XML_SetCharacterDataHandler (reader->parser, text_cb);
  XML_SetStartDoctypeDeclHandler (reader->parser, declaration_cb);
  while (!is_last && !reader->is_stopped)
    {
      if (!parse_block (reader, zip, &is_last, error))
        return FALSE;
      muster_zip_reader_get_progress (zip, &done, &total);
      if (reader->handlers->progress != NULL)
        reader->handlers->progress (done, total, reader->user_data);
    }
  return TRUE;
}

gboolean
muster_xml_read (MusterZipReader *zip, const char *name, const MusterXmlHandlers *handlers, gpointer user_data, GError **error)
{
  MusterXmlReader reader = { NULL, handlers, user_data };
  gboolean ok;

  if (!muster_zip_reader_open (zip, name, error))
    return FALSE;
  reader.parser = XML_ParserCreateNS (NULL, SEPARATOR);
  ok = parse (&reader, zip, error);
  XML_ParserFree (reader.parser);
  return ok;
}

void
muster_xml_reader_stop (MusterXmlReader *reader)
{
  if (!reader->is_stopped)
    XML_StopParser (reader->parser, XML_FALSE);
  reader->is_stopped = TRUE;
}

void
muster_xml_reader_fail (MusterXmlReader *reader, GError *problem)
{
  if (reader->problem == NULL)
    reader->problem = problem;
  else
    g_error_free (problem);
  muster_xml_reader_stop (reader);
}

void
muster_xml_reader_fail_unless (MusterXmlReader *reader, gboolean ok, GError **problem)
{
  if (!ok)
    muster_xml_reader_fail (reader, g_steal_pointer (problem));
}

const char *
muster_xml_get (const char **attributes, const char *space, const char *name)
{
  for (; *attributes != NULL; attributes += 2)
    {
      const char *local = get_local_name (attributes[0]);

      if (strcmp (local, name) != 0)
        continue;
      if (space == NULL || g_strstr_len (attributes[0], local - attributes[0], space) != NULL)
        return attributes[1];
    }
  return NULL;
}

guint
muster_xml_to_number (const char *text, guint fallback, guint limit)
{
  guint64 number = 0;

  if (text == NULL || !g_ascii_isdigit (*text))
    return fallback;
  for (; g_ascii_isdigit (*text) && number < limit; text++)
    number = number * 10 + (*text - '0');
  return MIN (number, limit);
}
