/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-document.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-identifier.h"

#define LONGEST_NAME 200

/* How a file of a type begins, and how its name may end. @start: %NULL for text, which begins as it likes. */
typedef struct
{
  const char *media_type;
  const char *start;
  const char *const *endings;
  gboolean is_policy;
} Type;

static const char *const pdf_endings[] = { ".pdf", NULL };
static const char *const png_endings[] = { ".png", NULL };
static const char *const jpeg_endings[] = { ".jpg", ".jpeg", NULL };
static const char *const text_endings[] = { ".txt", ".md", ".text", NULL };

static const Type types[] = {
  { "application/pdf", "%PDF-", pdf_endings, TRUE },
  { "image/png", "\x89PNG\r\n\x1a\n", png_endings, FALSE },
  { "image/jpeg", "\xff\xd8\xff", jpeg_endings, FALSE },
  { "text/plain", NULL, text_endings, TRUE },
};

void
muster_document_free (MusterDocument *document)
{
  if (document == NULL)
    return;
  g_free (document->file_name);
  g_free (document->media_type);
  g_free (document->hash);
  g_free (document);
}

static gboolean
is_of_type (const Type *type, GBytes *content)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  if (type->start == NULL)
    return size > 0 && memchr (data, '\0', size) == NULL && g_utf8_validate_len (data, size, NULL);
  return size >= strlen (type->start) && memcmp (data, type->start, strlen (type->start)) == 0;
}

static gboolean
ends_as (const Type *type, const char *file_name)
{
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; type->endings[i] != NULL; i++)
    if (g_str_has_suffix (lower, type->endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean G_GNUC_PRINTF (2, 3)
  refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (MUSTER_ERROR, MUSTER_ERROR_INVALID, format, arguments));
  va_end (arguments);
  return FALSE;
}

static gboolean
check_size (const char *file_name, GBytes *content, GError **error)
{
  gsize size = g_bytes_get_size (content);
  g_autofree char *is = g_format_size_full (size, G_FORMAT_SIZE_IEC_UNITS), *may = g_format_size_full (MUSTER_DOCUMENT_MAX_SIZE, G_FORMAT_SIZE_IEC_UNITS);

  if (size == 0)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is empty. Choose the file with the document in it."), file_name);
  else if (size > MUSTER_DOCUMENT_MAX_SIZE)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is too large: %s. A register keeps documents of up to %s."), file_name, is, may);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_name (const char *file_name, GError **error)
{
  if (*file_name == '\0' || strchr (file_name, '/') != NULL || !g_utf8_validate (file_name, -1, NULL) || g_utf8_strlen (file_name, -1) > LONGEST_NAME)
    return refuse (error, _("“%s” is not a name for a document: it has up to 200 letters and no folder."), file_name);
  if (muster_identifier_contains_ssn (file_name))
    return refuse (error, _("The name of the file has what looks like a social security number in it. Give the file another name."));
  return TRUE;
}

static const Type *
find_type (GBytes *content)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (is_of_type (&types[i], content))
      return &types[i];
  return NULL;
}

static gboolean
check_type (MusterDocumentUse use, const Type *type, const char *file_name, GError **error)
{
  if (use == MUSTER_DOCUMENT_POLICY && (type == NULL || !type->is_policy))
    return refuse (error, _("“%s” is neither a PDF nor plain text in UTF-8."), file_name);
  if (type == NULL)
    return refuse (error, _("“%s” is neither a PDF, a PNG or JPEG picture, nor plain text in UTF-8."), file_name);
  return ends_as (type, file_name) ||
         refuse (error, _("“%s” is of the type %s, though its name says otherwise. Find out what it is, and name it accordingly."), file_name, type->media_type);
}

/* Only plain text can be looked through. */
static gboolean
check_text (const Type *type, const char *file_name, GBytes *content, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  g_autofree char *text = type->start == NULL ? g_strndup (data, size) : NULL;

  return text == NULL || !muster_identifier_contains_ssn (text) ||
         refuse (error, _("“%s” has what looks like a social security number in it. Such numbers are never kept; take it out."), file_name);
}

const char *
muster_document_check (MusterDocumentUse use, const char *file_name, GBytes *content, GError **error)
{
  const Type *type;

  if (!check_name (file_name, error) || !check_size (file_name, content, error))
    return NULL;
  type = find_type (content);
  return check_type (use, type, file_name, error) && check_text (type, file_name, content, error) ? type->media_type : NULL;
}
