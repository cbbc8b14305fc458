/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-reader.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-identifier.h"
#include "domain/muster-import-cell.h"
#include "domain/muster-import-list.h"
#include "domain/muster-import-repair.h"
#include "domain/muster-letter-language.h"
#include "domain/muster-phone-list.h"

#define MAX_TEXT 200
#define MAX_LANGUAGES 500

typedef gboolean (*IdentifierCheck) (const char *text, char **kept, GError **error);
typedef void (*FieldReader) (MusterImportReader *reader, MusterImportField field, const char *text);

static void read_text (MusterImportReader *reader, MusterImportField field, const char *text);
static void read_identifier (MusterImportReader *reader, MusterImportField field, const char *text);
static void read_licence_number (MusterImportReader *reader, MusterImportField field, const char *text);
static void read_whole_name (MusterImportReader *reader, MusterImportField field, const char *text);
static void read_phone (MusterImportReader *reader, MusterImportField field, const char *text);
static void read_types (MusterImportReader *reader, MusterImportField field, const char *text);
static void read_list (MusterImportReader *reader, MusterImportField field, const char *text);
static void read_letter_language (MusterImportReader *reader, MusterImportField field, const char *text);

/* How a field is read. What has a form of its own is checked by it, and a bare row of nine digits may be it. */
typedef struct
{
  FieldReader read; /* %NULL: not at all */
  IdentifierCheck check;
  const char *rule;
  gboolean may_be_name; /* not every sentinel counts as nothing */
  gboolean may_be_nine_digits;
  gboolean is_words; /* where nine digits have no place */
} FieldRule;

static const FieldRule field_rules[MUSTER_N_FIELDS] = {
  [MUSTER_FIELD_IGNORE] = { NULL },
  [MUSTER_FIELD_NAME] = { read_whole_name, .may_be_name = TRUE, .is_words = TRUE },
  [MUSTER_FIELD_GIVEN_NAME] = { read_text, .may_be_name = TRUE, .is_words = TRUE },
  [MUSTER_FIELD_MIDDLE_NAME] = { read_text, .may_be_name = TRUE, .is_words = TRUE },
  [MUSTER_FIELD_FAMILY_NAME] = { read_text, .may_be_name = TRUE, .is_words = TRUE },
  [MUSTER_FIELD_SUFFIX] = { read_text, .may_be_name = TRUE, .is_words = TRUE },
  [MUSTER_FIELD_EMAIL] = { read_identifier, muster_identifier_check_email, "email-form" },
  [MUSTER_FIELD_PHONE] = { read_phone },
  [MUSTER_FIELD_OTHER_PHONE] = { read_phone },
  [MUSTER_FIELD_NPN] = { read_identifier, muster_identifier_check_npn, "npn-form", .may_be_nine_digits = TRUE },
  [MUSTER_FIELD_ASSISTER_ID] = { read_identifier, muster_identifier_check_assister_id, "assister-id-form", .may_be_nine_digits = TRUE },
  [MUSTER_FIELD_TRAINING_ID] = { read_identifier, muster_identifier_check_training_id, "training-id-form" },
  [MUSTER_FIELD_ADMIN_ID] = { read_identifier, muster_identifier_check_admin_id, "admin-id-form" },
  [MUSTER_FIELD_LICENCE_NUMBER] = { read_licence_number, .may_be_nine_digits = TRUE },
  [MUSTER_FIELD_LICENCE_EXPIRES] = { muster_import_reader_read_date },
  [MUSTER_FIELD_TYPE] = { read_types, .is_words = TRUE },
  [MUSTER_FIELD_STATUS] = { read_text, .may_be_name = TRUE, .is_words = TRUE },
  [MUSTER_FIELD_CERTIFIED_ON] = { muster_import_reader_read_date },
  [MUSTER_FIELD_CERTIFIED_THROUGH] = { muster_import_reader_read_date },
  [MUSTER_FIELD_ENDED_ON] = { muster_import_reader_read_date },
  [MUSTER_FIELD_AGENCY] = { read_text, .is_words = TRUE },
  [MUSTER_FIELD_ORGANISATION_NPN] = { NULL },
  [MUSTER_FIELD_COUNTY] = { read_list, .is_words = TRUE },
  [MUSTER_FIELD_LANGUAGES] = { read_list, .is_words = TRUE },
  [MUSTER_FIELD_LETTER_LANGUAGE] = { read_letter_language, .is_words = TRUE },
  [MUSTER_FIELD_SSN] = { NULL },
};

/* %FALSE if the value must not be kept. Social security numbers are found before anything else looks at the value. */
static gboolean
check_value (MusterImportReader *reader, MusterImportField field, const char *text)
{
  gboolean looks_like_ssn = muster_identifier_looks_like_ssn (text);
  gsize max = field == MUSTER_FIELD_LANGUAGES || field == MUSTER_FIELD_TYPE ? MAX_LANGUAGES : MAX_TEXT;

  if (looks_like_ssn && field_rules[field].may_be_nine_digits && strlen (text) == 9)
    {
      if (reader->reading->series != NULL && reader->reading->series[reader->column])
        return TRUE;
      muster_import_reader_find (reader, NULL, "ssn-shaped", _("Nine digits could be a social security number, which must not be here. Make sure that it is not one."));
      return TRUE;
    }
  if (looks_like_ssn || muster_identifier_may_hold_ssn (text, field_rules[field].is_words))
    {
      muster_import_reader_reject (reader, NULL, "ssn-value", _("The value looks like a social security number, which Muster never keeps. Take it out of the file."));
      return FALSE;
    }
  if (strlen (text) > max)
    {
      g_autofree char *beginning = g_utf8_substring (text, 0, 40);
      g_autofree char *message = g_strdup_printf (_("“%s…” is longer than %u bytes, which no such value is."), beginning, (guint) max);

      muster_import_reader_reject (reader, beginning, "too-long", message);
      return FALSE;
    }
  return TRUE;
}

/* What is wrong (@problem; %NULL: only how it is written), and what could be meant. */
static char *
dup_proposal (const char *problem, const char *rule, const char *text, const char *fix)
{
  if (fix == NULL)
    return g_strdup (problem);
  if (strcmp (rule, "npn-damaged") == 0)
    return g_strdup_printf (_("“%s”: a spreadsheet has changed how this NPN is written, but all of its digits are there. “%s” is proposed."), text, fix);
  if (strcmp (rule, "letter-for-digit") == 0)
    return g_strdup_printf (_("“%s” has the letter O where a zero must be. “%s” is proposed."), text, fix);
  if (problem == NULL)
    return g_strdup_printf (_("“%s”: a program took this for a quantity, but all of its digits are there. “%s” is proposed."), text, fix);
  return g_strdup_printf (_("%s “%s” is proposed."), problem, fix);
}

static void
read_text (MusterImportReader *reader, MusterImportField field, const char *text)
{
  char **kept = muster_import_row_get_text (reader->row, field);

  if (*kept == NULL)
    *kept = g_strdup (text);
}

static void
read_identifier (MusterImportReader *reader, MusterImportField field, const char *text)
{
  const FieldRule *field_rule = &field_rules[field];
  const char *rule = field_rule->rule;
  char **kept = muster_import_row_get_text (reader->row, field);
  g_autoptr (GError) error = NULL;
  g_autofree char *fix = NULL, *message = NULL;

  if (*kept != NULL)
    return;
  fix = muster_import_is_decimal (text) ? muster_import_repair (field, text, &rule) : NULL;
  if (fix == NULL && field_rule->check (text, kept, &error))
    return;
  if (fix == NULL)
    fix = muster_import_repair (field, text, &rule);
  message = dup_proposal (error != NULL ? error->message : NULL, rule, text, fix);
  muster_import_reader_reject (reader, text, rule, message)->fix = g_steal_pointer (&fix);
}

/* What a spreadsheet has made of a number is not it; a person is worth more than a licence number. */
static void
read_licence_number (MusterImportReader *reader, MusterImportField field, const char *text)
{
  const char *rule = NULL;
  g_autofree char *fix = muster_import_repair (field, text, &rule), *message = NULL;

  if (rule == NULL)
    {
      read_text (reader, field, text);
      return;
    }
  if (fix != NULL)
    message = g_strdup_printf (_("“%s”: a spreadsheet has changed how this license number is written, but all of its digits are there. “%s” is proposed."), text, fix);
  else
    message = g_strdup_printf (_("“%s”: a spreadsheet has turned this license number into a rounded number, and its digits are lost. It is left out; ask the sender for it as text."), text);
  muster_import_reader_find (reader, text, rule, message)->fix = g_steal_pointer (&fix);
}

static void
read_whole_name (MusterImportReader *reader, MusterImportField field, const char *text)
{
  if (reader->whole_name == NULL)
    reader->whole_name = g_strdup (text);
}

/* A person can be reached otherwise: a bad phone is not worth a person. */
static void
find_bad_phone (MusterImportReader *reader, MusterImportField field, const char *text)
{
  const char *rule = "phone-form";
  g_autofree char *fix = muster_import_repair (field, text, &rule);
  g_autofree char *problem = g_strdup_printf (_("“%s” is not a phone number of 10 digits, perhaps with an extension. It is left out; the rest of the row is read."), text);
  g_autofree char *message = dup_proposal (problem, rule, text, fix);

  muster_import_reader_find (reader, text, rule, message)->fix = g_steal_pointer (&fix);
}

static void
keep_phone (MusterAssister *person, MusterImportField field, const char *phone, const char *written)
{
  if (field == MUSTER_FIELD_OTHER_PHONE || person->phone != NULL)
    {
      muster_phone_list_append (&person->other_phones, phone, person->phone);
      return;
    }
  person->phone = g_strdup (phone);
  if (strcmp (phone, written) != 0)
    person->phone_written = g_strdup (written);
}

static void
read_phone (MusterImportReader *reader, MusterImportField field, const char *text)
{
  g_autoptr (GPtrArray) phones = NULL;
  g_autofree char *phone = NULL;
  gboolean all_good;

  if (muster_identifier_check_phone (text, &phone, NULL))
    {
      keep_phone (&reader->row->person, field, phone, text);
      return;
    }
  if (text[strspn (text, "0 -.()/")] == '\0') /* 000-000-0000 */
    return;
  phones = muster_phone_list_read (text, &all_good);
  for (guint i = 0; i < phones->len; i++)
    keep_phone (&reader->row->person, field, phones->pdata[i], text);
  if (!all_good)
    find_bad_phone (reader, field, text);
}

static gboolean
is_kind_of_organisation (const char *text)
{
  static const char *const kinds[] = { "agency", "business", "business entity", "entity", "firm", "organization", "organisation", "company", "corporation", "brokerage", NULL };
  g_autofree char *folded = muster_text_fold (text);

  return g_strv_contains (kinds, folded);
}

static void
read_types (MusterImportReader *reader, MusterImportField field, const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GError) error = NULL;
  MusterAssisterType type;

  if (muster_assister_type_from_text (text, &type, NULL))
    {
      reader->row->types |= type;
      return;
    }
  parts = muster_import_list_split (text);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (!muster_assister_type_from_text (parts[i], &type, &error))
        {
          reader->says_organisation = is_kind_of_organisation (text);
          muster_import_reader_reject (reader, text, "type-unknown", error->message);
          return;
        }
      reader->row->types |= type;
    }
}

static void
read_list (MusterImportReader *reader, MusterImportField field, const char *text)
{
  char **kept = muster_import_row_get_text (reader->row, field);
  char *both;

  if (field == MUSTER_FIELD_COUNTY && *kept == NULL)
    *kept = muster_import_list_read_counties (text);
  else if (field == MUSTER_FIELD_LANGUAGES && *kept == NULL)
    *kept = muster_import_list_read_languages (text);
  else if (field == MUSTER_FIELD_LANGUAGES)
    {
      g_autofree char *joined = g_strconcat (*kept, "; ", text, NULL);

      both = muster_import_list_read_languages (joined);
      g_free (*kept);
      *kept = both;
    }
}

/* A letter in English is better than a person less. */
static void
read_letter_language (MusterImportReader *reader, MusterImportField field, const char *text)
{
  char **kept = muster_import_row_get_text (reader->row, field);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (*kept != NULL || muster_letter_language_check (text, kept, &error))
    return;
  message = g_strdup_printf (_("%s It is left out; the rest of the row is read."), error->message);
  muster_import_reader_find (reader, text, "letter-language", message);
}

/* What databases write for nothing, in columns where it is no name: a middle name may be X, and a status Pending. */
static gboolean
is_no_value (MusterImportField field, const char *text)
{
  static const char *const words[] = { "null", "(null)", "<null>", "nil", "none", "na", "nmn", "nmi", "blank", "(blank)" };

  if (field != MUSTER_FIELD_MIDDLE_NAME && field != MUSTER_FIELD_SUFFIX && field != MUSTER_FIELD_STATUS)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i], text) == 0)
      return TRUE;
  return FALSE;
}

/* What the cell says by the sender's own words; @text otherwise. */
static const char *
map_value (MusterImportReader *reader, MusterImportField field, const char *text)
{
  const MusterValueMap *values = reader->reading->values;
  const char *to;

  if (values != NULL && muster_value_map_lookup (values, field, text != NULL ? text : "", &to))
    return to;
  return text;
}

MusterFinding *
muster_import_reader_find (MusterImportReader *reader, const char *value, const char *rule, const char *message)
{
  MusterFinding *finding = muster_finding_new (reader->line, rule, message);

  finding->column_index = reader->column;
  if (reader->column >= 0 && reader->reading->headers != NULL)
    finding->column = g_strdup (reader->reading->headers[reader->column]);
  finding->value = g_strdup (value);
  g_ptr_array_add (reader->findings, finding);
  return finding;
}

MusterFinding *
muster_import_reader_reject (MusterImportReader *reader, const char *value, const char *rule, const char *message)
{
  MusterFinding *finding = muster_import_reader_find (reader, value, rule, message);

  finding->is_error = TRUE;
  reader->rejected = TRUE;
  return finding;
}

void
muster_import_reader_read (MusterImportReader *reader, guint column, const char *cell)
{
  MusterImportField field = reader->reading->fields[column];
  g_autofree char *text = NULL;
  const char *said;

  if (field == MUSTER_FIELD_IGNORE)
    return;
  reader->column = column;
  text = muster_import_cell_read (cell, !field_rules[field].may_be_name);
  said = map_value (reader, field, text);
  if (said == NULL || is_no_value (field, said))
    return;
  if (field == MUSTER_FIELD_SSN)
    muster_import_reader_reject (reader, NULL, "ssn-column", _("This column holds social security numbers, which Muster never keeps. Take it out of the file."));
  else if (field == MUSTER_FIELD_ORGANISATION_NPN)
    reader->has_organisation_npn = TRUE;
  else if (check_value (reader, field, said) && muster_import_reader_check_name (reader, field, cell, said))
    {
      muster_import_reader_find_wrapped (reader, cell, said);
      muster_import_reader_find_control (reader, cell, said);
      muster_import_reader_find_formula (reader, field, said);
      field_rules[field].read (reader, field, said);
    }
}
