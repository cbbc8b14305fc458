/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-row.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"

#define AT(member) G_STRUCT_OFFSET (MusterImportRow, member)

/* Where a field stands in the row; 0, where the id of the person is, for those that stand nowhere. */
static const gsize text_offsets[MUSTER_N_FIELDS] = {
  [MUSTER_FIELD_GIVEN_NAME] = AT (person.given_name),
  [MUSTER_FIELD_MIDDLE_NAME] = AT (person.middle_name),
  [MUSTER_FIELD_FAMILY_NAME] = AT (person.family_name),
  [MUSTER_FIELD_SUFFIX] = AT (person.suffix),
  [MUSTER_FIELD_EMAIL] = AT (person.email),
  [MUSTER_FIELD_PHONE] = AT (person.phone),
  [MUSTER_FIELD_OTHER_PHONE] = AT (person.other_phones),
  [MUSTER_FIELD_NPN] = AT (person.npn),
  [MUSTER_FIELD_ASSISTER_ID] = AT (person.assister_id),
  [MUSTER_FIELD_TRAINING_ID] = AT (person.training_id),
  [MUSTER_FIELD_ADMIN_ID] = AT (person.admin_id),
  [MUSTER_FIELD_LICENCE_NUMBER] = AT (person.licence_number),
  [MUSTER_FIELD_STATUS] = AT (status),
  [MUSTER_FIELD_AGENCY] = AT (agency),
  [MUSTER_FIELD_COUNTY] = AT (person.county),
  [MUSTER_FIELD_LANGUAGES] = AT (person.languages),
  [MUSTER_FIELD_LETTER_LANGUAGE] = AT (person.letter_language),
};

static const gsize date_offsets[MUSTER_N_FIELDS] = {
  [MUSTER_FIELD_LICENCE_EXPIRES] = AT (licence_expires),
  [MUSTER_FIELD_CERTIFIED_ON] = AT (certified_on),
  [MUSTER_FIELD_CERTIFIED_THROUGH] = AT (certified_through),
  [MUSTER_FIELD_ENDED_ON] = AT (ended_on),
};

static void
free_finding_cb (gpointer data)
{
  muster_finding_free (data);
}

static gboolean
refuse (GError **error, MusterImportField field, const char *text)
{
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” cannot be the %s of a whole file."), text, muster_import_field_get_label (field));
  return FALSE;
}

/* Types as a file writes them */
static char *
dup_types (guint types)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    if ((types & (1u << bit)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", muster_assister_type_to_code (1u << bit));
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

MusterFinding *
muster_finding_new (guint line, const char *rule, const char *message)
{
  MusterFinding *finding = g_new0 (MusterFinding, 1);

  finding->line = line;
  finding->other_row = MUSTER_FINDING_NO_ROW;
  finding->column_index = -1;
  finding->rule = g_strdup (rule);
  finding->message = g_strdup (message);
  return finding;
}

void
muster_finding_free (MusterFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->column);
  g_free (finding->value);
  g_free (finding->rule);
  g_free (finding->fix);
  g_free (finding->message);
  g_free (finding);
}

void
muster_import_row_clear (MusterImportRow *row)
{
  muster_assister_clear (&row->person);
  g_free (row->agency);
  g_free (row->status);
  memset (row, 0, sizeof *row);
}

void
muster_import_row_copy (const MusterImportRow *row, MusterImportRow *copy)
{
  MusterAssister *person = muster_assister_copy (&row->person);

  *copy = *row;
  copy->person = *person;
  copy->agency = g_strdup (row->agency);
  copy->status = g_strdup (row->status);
  g_free (person); /* what it holds has moved */
}

char **
muster_import_row_get_text (MusterImportRow *row, MusterImportField field)
{
  return text_offsets[field] != 0 ? (char **) ((char *) row + text_offsets[field]) : NULL;
}

GDate *
muster_import_row_get_date (MusterImportRow *row, MusterImportField field)
{
  return date_offsets[field] != 0 ? (GDate *) ((char *) row + date_offsets[field]) : NULL;
}

gboolean
muster_import_field_may_be_constant (MusterImportField field)
{
  return field == MUSTER_FIELD_TYPE || field == MUSTER_FIELD_STATUS || field == MUSTER_FIELD_AGENCY || field == MUSTER_FIELD_COUNTY || field == MUSTER_FIELD_LANGUAGES || muster_import_field_is_date (field);
}

gboolean
muster_import_row_set (MusterImportRow *row, MusterImportField field, const char *text, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (free_finding_cb);
  MusterImportReading reading = { .fields = &field, .n = 1 };
  MusterImportRow read;

  if (!muster_import_field_may_be_constant (field))
    return refuse (error, field, text);
  muster_import_row_read (&reading, &text, 0, &read, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const MusterFinding *finding = findings->pdata[i];

      /* What is said about a cell is about this text; that the row has nothing else is no matter. */
      if (finding->column_index < 0)
        continue;
      muster_import_row_clear (&read);
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, finding->message);
      return FALSE;
    }
  if (muster_import_field_is_date (field))
    *muster_import_row_get_date (row, field) = *muster_import_row_get_date (&read, field);
  else if (field == MUSTER_FIELD_TYPE)
    row->types = read.types;
  else
    {
      char **kept = muster_import_row_get_text (row, field);

      g_free (*kept);
      *kept = g_steal_pointer (muster_import_row_get_text (&read, field));
    }
  muster_import_row_clear (&read);
  return TRUE;
}

char *
muster_import_row_dup (const MusterImportRow *row, MusterImportField field)
{
  MusterImportRow *kept = (MusterImportRow *) row;
  char **text = muster_import_row_get_text (kept, field);
  GDate *date = muster_import_row_get_date (kept, field);

  if (text != NULL)
    return g_strdup (*text);
  if (date != NULL)
    return muster_date_to_iso (date);
  if (field == MUSTER_FIELD_TYPE)
    return dup_types (row->types);
  if (field == MUSTER_FIELD_NAME && (row->person.given_name != NULL || row->person.family_name != NULL))
    return muster_assister_dup_list_name (&row->person);
  return NULL;
}
