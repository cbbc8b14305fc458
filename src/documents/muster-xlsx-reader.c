/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-xlsx-reader.h"

#include <string.h>

#include "documents/muster-xml-reader.h"

#define MAX_RELATIONS 5000u

typedef struct
{
  char *kind; /* the last word of its type */
  char *part;
} Relation;

typedef struct
{
  char *name;
  char *part; /* NULL: it is no table */
  gboolean is_hidden;
} Sheet;

typedef struct
{
  MusterXlsxBook book;
  char *workbook; /* the member that lists the sheets */
  GHashTable *relations;
  GPtrArray *sheets; /* Sheet */
  gboolean is_in_styles;
} Reading;

static void
relation_free (gpointer data)
{
  Relation *relation = data;

  g_free (relation->kind);
  g_free (relation->part);
  g_free (relation);
}

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

static void
reading_clear (Reading *reading)
{
  muster_xlsx_strings_clear (&reading->book.strings);
  muster_number_styles_clear (&reading->book.styles);
  g_free (reading->workbook);
  g_hash_table_unref (reading->relations);
  g_ptr_array_unref (reading->sheets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
ignore_end_cb (MusterXmlReader *reader, const char *name, gpointer data)
{
}

static void
ignore_text_cb (MusterXmlReader *reader, const char *text, gsize length, gpointer data)
{
}

/* A target is written as seen from the folder of the member that names it, or from the top. */
static char *
resolve (const char *member, const char *target)
{
  g_autofree char *folder = g_path_get_dirname (member);
  g_autofree char *whole = *target == '/' ? g_strdup (target) : g_strconcat ("/", strcmp (folder, ".") == 0 ? "" : folder, "/", target, NULL);
  g_autofree char *plain = g_canonicalize_filename (g_strdelimit (whole, "\\", '/'), "/");

  return g_strdup (plain + 1);
}

static void
relation_cb (MusterXmlReader *reader, const char *name, const char **attributes, gpointer data)
{
  Reading *reading = data;
  const char *id = muster_xml_get (attributes, NULL, "Id");
  const char *type = muster_xml_get (attributes, NULL, "Type");
  const char *target = muster_xml_get (attributes, NULL, "Target");
  Relation *relation;

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL || g_hash_table_size (reading->relations) == MAX_RELATIONS)
    return;
  relation = g_new (Relation, 1);
  relation->kind = g_path_get_basename (type);
  relation->part = resolve (reading->workbook != NULL ? reading->workbook : "", target);
  g_hash_table_insert (reading->relations, g_strdup (id), relation);
}

static const char *
find_part (Reading *reading, const char *kind)
{
  GHashTableIter at;
  Relation *relation;

  g_hash_table_iter_init (&at, reading->relations);
  while (g_hash_table_iter_next (&at, NULL, (gpointer *) &relation))
    if (strcmp (relation->kind, kind) == 0 && muster_zip_reader_has (reading->book.zip, relation->part))
      return relation->part;
  return NULL;
}

static gboolean
read_relations (Reading *reading, const char *member, GError **error)
{
  static const MusterXmlHandlers handlers = { relation_cb, ignore_end_cb, ignore_text_cb };

  g_hash_table_remove_all (reading->relations);
  return !muster_zip_reader_has (reading->book.zip, member) || muster_xml_read (reading->book.zip, member, &handlers, reading, error);
}

static void
add_sheet (Reading *reading, const char **attributes)
{
  const char *id = muster_xml_get (attributes, "relationships", "id");
  const char *name = muster_xml_get (attributes, NULL, "name");
  Relation *relation = id != NULL ? g_hash_table_lookup (reading->relations, id) : NULL;
  Sheet *sheet;

  /* Charts and macros have tabs too. */
  if (name == NULL || relation == NULL || strcmp (relation->kind, "worksheet") != 0 || reading->sheets->len > MUSTER_WORKBOOK_MAX_SHEETS)
    return;
  sheet = g_new (Sheet, 1);
  sheet->name = g_strdup (name);
  sheet->part = g_strdup (relation->part);
  sheet->is_hidden = muster_xml_get (attributes, NULL, "state") != NULL && strcmp (muster_xml_get (attributes, NULL, "state"), "visible") != 0;
  g_ptr_array_add (reading->sheets, sheet);
}

static void
workbook_cb (MusterXmlReader *reader, const char *name, const char **attributes, gpointer data)
{
  Reading *reading = data;
  const char *is_1904;

  if (strcmp (name, "sheet") == 0)
    add_sheet (reading, attributes);
  if (strcmp (name, "workbookPr") != 0)
    return;
  is_1904 = muster_xml_get (attributes, NULL, "date1904");
  reading->book.is_1904 = is_1904 != NULL && (strcmp (is_1904, "1") == 0 || strcmp (is_1904, "true") == 0);
}

/* Which sheets there are. */
static gboolean
read_workbook (Reading *reading, GError **error)
{
  static const MusterXmlHandlers handlers = { workbook_cb, ignore_end_cb, ignore_text_cb };
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *relations = NULL;

  if (!read_relations (reading, "_rels/.rels", error))
    return FALSE;
  reading->workbook = g_strdup (find_part (reading, "officeDocument"));
  if (reading->workbook == NULL)
    reading->workbook = g_strdup ("xl/workbook.xml");
  folder = g_path_get_dirname (reading->workbook);
  name = g_path_get_basename (reading->workbook);
  relations = g_strconcat (folder, "/_rels/", name, ".rels", NULL);
  return read_relations (reading, g_str_has_prefix (relations, "./") ? relations + 2 : relations, error) &&
         muster_xml_read (reading->book.zip, reading->workbook, &handlers, reading, error);
}

static void
style_cb (MusterXmlReader *reader, const char *name, const char **attributes, gpointer data)
{
  Reading *reading = data;
  guint number = muster_xml_to_number (muster_xml_get (attributes, NULL, "numFmtId"), 0, G_MAXUINT16);
  const char *code = muster_xml_get (attributes, NULL, "formatCode");

  if (strcmp (name, "cellXfs") == 0)
    reading->is_in_styles = TRUE;
  else if (reading->is_in_styles && strcmp (name, "xf") == 0)
    muster_number_styles_add (&reading->book.styles, number);
  else if (strcmp (name, "numFmt") == 0 && code != NULL)
    muster_number_styles_add_code (&reading->book.styles, number, code);
}

static void
end_style_cb (MusterXmlReader *reader, const char *name, gpointer data)
{
  Reading *reading = data;

  if (strcmp (name, "cellXfs") == 0)
    reading->is_in_styles = FALSE;
}

static gboolean
read_styles (Reading *reading, const char *part, GError **error)
{
  static const MusterXmlHandlers handlers = { style_cb, end_style_cb, ignore_text_cb };

  return muster_xml_read (reading->book.zip, part, &handlers, reading, error);
}

/* Where nothing names it, it has its usual name. */
static char *
find_common_part (Reading *reading, const char *kind)
{
  const char *part = find_part (reading, kind);
  g_autofree char *folder = g_path_get_dirname (reading->workbook);
  g_autofree char *usual = g_strconcat (folder, "/", kind, ".xml", NULL);

  if (part != NULL)
    return g_strdup (part);
  return muster_zip_reader_has (reading->book.zip, usual) ? g_steal_pointer (&usual) : NULL;
}

static gboolean
read_common_parts (Reading *reading, GError **error)
{
  g_autofree char *strings = find_common_part (reading, "sharedStrings");
  g_autofree char *styles = find_common_part (reading, "styles");

  return (strings == NULL || muster_xlsx_strings_read (&reading->book.strings, reading->book.zip, strings, error)) &&
         (styles == NULL || read_styles (reading, styles, error));
}

static gboolean
tell_sheets (Reading *reading, GError **error)
{
  for (guint i = 0; i < reading->sheets->len; i++)
    {
      Sheet *sheet = reading->sheets->pdata[i];

      if (!muster_workbook_sink_add_sheet (reading->book.sink, sheet->name, sheet->is_hidden, error))
        return FALSE;
    }
  return muster_workbook_sink_end_sheets (reading->book.sink, error);
}

gboolean
muster_xlsx_read (MusterZipReader *zip, MusterWorkbookSink *sink, GError **error)
{
  g_auto (Reading) reading = { { zip, sink } };

  muster_xlsx_strings_init (&reading.book.strings);
  muster_number_styles_init (&reading.book.styles);
  reading.relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, relation_free);
  reading.sheets = g_ptr_array_new_with_free_func (sheet_free);
  if (!read_workbook (&reading, error) || !tell_sheets (&reading, error) || !read_common_parts (&reading, error))
    return FALSE;
  for (guint i = 0; i < reading.sheets->len; i++)
    {
      Sheet *sheet = reading.sheets->pdata[i];

      if (muster_workbook_sink_begin_table (sink, i) && !muster_xlsx_sheet_read (&reading.book, sheet->part, error))
        return FALSE;
    }
  return TRUE;
}
