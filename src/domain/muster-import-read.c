/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-row.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-identifier.h"
#include "domain/muster-import-cell.h"
#include "domain/muster-import-list.h"
#include "domain/muster-import-repair.h"
#include "domain/muster-organisation.h"
#include "domain/muster-person-name.h"
#include "domain/muster-phone-list.h"

#define MAX_TEXT 200
#define MAX_LANGUAGES 500

/* A row that is being read, and where we are in it. */
typedef struct
{
  const MusterImportReading *reading;
  guint line;
  int column; /* -1: the whole row */
  GPtrArray *findings;
  guint n_findings; /* before this row */
  MusterImportRow *row;
  char *whole_name;
  gboolean has_organisation_npn;
  gboolean rejected;
} Reader;

typedef gboolean (*IdentifierCheck) (const char *text, char **kept, GError **error);
typedef void (*FieldReader) (Reader *reader, MusterImportField field, const char *text);

static void read_text (Reader *reader, MusterImportField field, const char *text);
static void read_identifier (Reader *reader, MusterImportField field, const char *text);
static void read_whole_name (Reader *reader, MusterImportField field, const char *text);
static void read_phone (Reader *reader, MusterImportField field, const char *text);
static void read_types (Reader *reader, MusterImportField field, const char *text);
static void read_list (Reader *reader, MusterImportField field, const char *text);
static void read_date (Reader *reader, MusterImportField field, const char *text);

/* How a field is read. What has a form of its own is checked by it, and a bare row of nine digits may be it. */
typedef struct
{
  FieldReader read; /* %NULL: not at all */
  IdentifierCheck check;
  const char *rule;
  gboolean may_be_name; /* not every sentinel counts as nothing */
  gboolean may_be_nine_digits;
} FieldRule;

static const FieldRule field_rules[MUSTER_N_FIELDS] = {
  [MUSTER_FIELD_IGNORE] = { NULL },
  [MUSTER_FIELD_NAME] = { read_whole_name, .may_be_name = TRUE },
  [MUSTER_FIELD_GIVEN_NAME] = { read_text, .may_be_name = TRUE },
  [MUSTER_FIELD_MIDDLE_NAME] = { read_text, .may_be_name = TRUE },
  [MUSTER_FIELD_FAMILY_NAME] = { read_text, .may_be_name = TRUE },
  [MUSTER_FIELD_SUFFIX] = { read_text, .may_be_name = TRUE },
  [MUSTER_FIELD_EMAIL] = { read_identifier, muster_identifier_check_email, "email-form" },
  [MUSTER_FIELD_PHONE] = { read_phone },
  [MUSTER_FIELD_OTHER_PHONE] = { read_phone },
  [MUSTER_FIELD_NPN] = { read_identifier, muster_identifier_check_npn, "npn-form", .may_be_nine_digits = TRUE },
  [MUSTER_FIELD_ASSISTER_ID] = { read_identifier, muster_identifier_check_assister_id, "assister-id-form", .may_be_nine_digits = TRUE },
  [MUSTER_FIELD_TRAINING_ID] = { read_identifier, muster_identifier_check_training_id, "training-id-form" },
  [MUSTER_FIELD_ADMIN_ID] = { read_identifier, muster_identifier_check_admin_id, "admin-id-form" },
  [MUSTER_FIELD_LICENCE_NUMBER] = { read_text, .may_be_nine_digits = TRUE },
  [MUSTER_FIELD_LICENCE_EXPIRES] = { read_date },
  [MUSTER_FIELD_TYPE] = { read_types },
  [MUSTER_FIELD_STATUS] = { read_text, .may_be_name = TRUE },
  [MUSTER_FIELD_CERTIFIED_ON] = { read_date },
  [MUSTER_FIELD_CERTIFIED_THROUGH] = { read_date },
  [MUSTER_FIELD_AGENCY] = { read_text },
  [MUSTER_FIELD_ORGANISATION_NPN] = { NULL },
  [MUSTER_FIELD_COUNTY] = { read_list },
  [MUSTER_FIELD_LANGUAGES] = { read_list },
  [MUSTER_FIELD_SSN] = { NULL },
};

/* Words by which files say that somebody is in good standing. */
static const char *const active_words[] = { "active", "certified", "current", "approved", "valid", "licensed", "in good standing", "good standing", "yes", "y", NULL };

static MusterFinding *
find (Reader *reader, const char *value, const char *rule, const char *message)
{
  MusterFinding *finding = muster_finding_new (reader->line, rule, message);

  finding->column_index = reader->column;
  if (reader->column >= 0 && reader->reading->headers != NULL)
    finding->column = g_strdup (reader->reading->headers[reader->column]);
  finding->value = g_strdup (value);
  g_ptr_array_add (reader->findings, finding);
  return finding;
}

static MusterFinding *
reject (Reader *reader, const char *value, const char *rule, const char *message)
{
  MusterFinding *finding = find (reader, value, rule, message);

  finding->is_error = TRUE;
  reader->rejected = TRUE;
  return finding;
}

/* %FALSE if the value must not be kept. Social security numbers are found before anything else looks at the value. */
static gboolean
check_value (Reader *reader, MusterImportField field, const char *text)
{
  gboolean looks_like_ssn = muster_identifier_looks_like_ssn (text);
  gsize max = field == MUSTER_FIELD_LANGUAGES || field == MUSTER_FIELD_TYPE ? MAX_LANGUAGES : MAX_TEXT;

  if (looks_like_ssn && field_rules[field].may_be_nine_digits && strlen (text) == 9)
    {
      find (reader, NULL, "ssn-shaped", _("Nine digits could be a social security number, which must not be here. Make sure that it is not one."));
      return TRUE;
    }
  if (looks_like_ssn || muster_identifier_contains_ssn (text))
    {
      reject (reader, NULL, "ssn-value", _("The value looks like a social security number, which Muster never keeps. Take it out of the file."));
      return FALSE;
    }
  if (strlen (text) > max)
    {
      g_autofree char *beginning = g_utf8_substring (text, 0, 40);
      g_autofree char *message = g_strdup_printf (_("“%s…” is longer than %u bytes, which no such value is."), beginning, (guint) max);

      reject (reader, beginning, "too-long", message);
      return FALSE;
    }
  return TRUE;
}

/* What is wrong, and what could be meant. */
static char *
dup_proposal (const char *problem, const char *rule, const char *text, const char *fix)
{
  if (fix == NULL)
    return g_strdup (problem);
  if (strcmp (rule, "npn-damaged") == 0)
    return g_strdup_printf (_("“%s”: a spreadsheet has changed how this NPN is written, but all of its digits are there. “%s” is proposed."), text, fix);
  if (strcmp (rule, "letter-for-digit") == 0)
    return g_strdup_printf (_("“%s” has the letter O where a zero must be. “%s” is proposed."), text, fix);
  return g_strdup_printf (_("%s “%s” is proposed."), problem, fix);
}

static void
read_text (Reader *reader, MusterImportField field, const char *text)
{
  char **kept = muster_import_row_get_text (reader->row, field);

  if (*kept == NULL)
    *kept = g_strdup (text);
}

static void
read_identifier (Reader *reader, MusterImportField field, const char *text)
{
  const FieldRule *field_rule = &field_rules[field];
  const char *rule = field_rule->rule;
  char **kept = muster_import_row_get_text (reader->row, field);
  g_autoptr (GError) error = NULL;
  g_autofree char *fix = NULL, *message = NULL;

  if (*kept != NULL || field_rule->check (text, kept, &error))
    return;
  fix = muster_import_repair (field, text, &rule);
  message = dup_proposal (error->message, rule, text, fix);
  reject (reader, text, rule, message)->fix = g_steal_pointer (&fix);
}

static void
read_whole_name (Reader *reader, MusterImportField field, const char *text)
{
  if (reader->whole_name == NULL)
    reader->whole_name = g_strdup (text);
}

/* A person can be reached otherwise: a bad phone is not worth a person. */
static void
find_bad_phone (Reader *reader, MusterImportField field, const char *text)
{
  const char *rule = "phone-form";
  g_autofree char *fix = muster_import_repair (field, text, &rule);
  g_autofree char *problem = g_strdup_printf (_("“%s” is not a phone number of 10 digits, perhaps with an extension. What is none is left out."), text);
  g_autofree char *message = dup_proposal (problem, rule, text, fix);

  find (reader, text, rule, message)->fix = g_steal_pointer (&fix);
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
read_phone (Reader *reader, MusterImportField field, const char *text)
{
  g_autoptr (GPtrArray) phones = NULL;
  g_autofree char *phone = NULL;
  gboolean all_good;

  if (muster_identifier_check_phone (text, &phone, NULL))
    {
      keep_phone (&reader->row->person, field, phone, text);
      return;
    }
  phones = muster_phone_list_read (text, &all_good);
  for (guint i = 0; i < phones->len; i++)
    keep_phone (&reader->row->person, field, phones->pdata[i], text);
  if (!all_good)
    find_bad_phone (reader, field, text);
}

static void
read_types (Reader *reader, MusterImportField field, const char *text)
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
          reject (reader, text, "type-unknown", error->message);
          return;
        }
      reader->row->types |= type;
    }
}

static void
read_list (Reader *reader, MusterImportField field, const char *text)
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

static void
read_date (Reader *reader, MusterImportField field, const char *text)
{
  const MusterDateOrder *orders = reader->reading->date_orders;
  MusterDateOrder order = orders != NULL ? orders[reader->column] : MUSTER_DATE_ORDER_UNKNOWN;
  GDate *date = muster_import_row_get_date (reader->row, field);
  g_autofree char *message = NULL;

  if (g_date_valid (date))
    return;
  switch (muster_import_date_read (text, order, date, NULL, NULL))
    {
    case MUSTER_DATE_AMBIGUOUS:
      message = g_strdup_printf (_("“%s” could be month-day or day-month. Say which it is for the whole column."), text);
      reject (reader, text, "date-ambiguous", message);
      break;
    case MUSTER_DATE_BAD:
      message = g_strdup_printf (_("“%s” is not a day in a form that Muster knows, or not one in the order of this column. It is left out; write it as year-month-day."), text);
      find (reader, text, "date-form", message);
      break;
    case MUSTER_DATE_NOTHING:
    case MUSTER_DATE_PLAIN:
    default:
      break;
    }
}

/* What the cell says by the sender's own words; @text otherwise. */
static const char *
map_value (Reader *reader, MusterImportField field, const char *text)
{
  const MusterValueMap *values = reader->reading->values;
  const char *to;

  if (values != NULL && muster_value_map_lookup (values, field, text != NULL ? text : "", &to))
    return to;
  return text;
}

static void
read_column (Reader *reader, guint column, const char *cell)
{
  MusterImportField field = reader->reading->fields[column];
  g_autofree char *text = NULL;
  const char *said;

  if (field == MUSTER_FIELD_IGNORE)
    return;
  reader->column = column;
  text = muster_import_cell_read (cell, !field_rules[field].may_be_name);
  said = map_value (reader, field, text);
  if (said == NULL)
    return;
  if (field == MUSTER_FIELD_SSN)
    reject (reader, NULL, "ssn-column", _("This column holds social security numbers, which Muster never keeps. Take it out of the file."));
  else if (field == MUSTER_FIELD_ORGANISATION_NPN)
    reader->has_organisation_npn = TRUE;
  else if (check_value (reader, field, said))
    field_rules[field].read (reader, field, said);
}

/* The first of the other phones, if there is none before them; and none of them twice. */
static void
settle_phones (MusterAssister *person)
{
  g_auto (GStrv) parts = NULL;

  if (person->other_phones == NULL)
    return;
  parts = g_strsplit (person->other_phones, "; ", -1);
  if (person->phone == NULL)
    person->phone = g_strdup (parts[0]);
  g_clear_pointer (&person->other_phones, g_free);
  for (guint i = 0; parts[i] != NULL; i++)
    muster_phone_list_append (&person->other_phones, parts[i], person->phone);
}

static void
settle_names (Reader *reader)
{
  MusterAssister *person = &reader->row->person;
  g_autofree char *credentials = NULL, *message = NULL;
  MusterAssister names = { 0 };

  if (reader->whole_name != NULL && person->given_name == NULL && person->family_name == NULL)
    {
      muster_person_name_read (reader->whole_name, &names, &credentials);
      person->given_name = g_steal_pointer (&names.given_name);
      person->family_name = g_steal_pointer (&names.family_name);
      if (person->middle_name == NULL)
        person->middle_name = g_steal_pointer (&names.middle_name);
      if (person->suffix == NULL)
        person->suffix = g_steal_pointer (&names.suffix);
      muster_assister_clear (&names);
    }
  muster_person_name_tidy (person, &credentials);
  if (credentials == NULL)
    return;
  reader->column = -1;
  message = g_strdup_printf (_("%s is taken for credentials, and is not kept as part of the name."), credentials);
  find (reader, credentials, "credentials", message)->is_note = TRUE;
}

/* Whether the row is about a business or authority. Assister IDs and the like are given to people only, so there a name is missing. */
static gboolean
is_organisation (const Reader *reader)
{
  const MusterAssister *person = &reader->row->person;
  gboolean has_names = person->given_name != NULL || person->family_name != NULL;
  gboolean is_reachable = person->npn != NULL || person->email != NULL || person->phone != NULL || person->licence_number != NULL || reader->has_organisation_npn;

  if (reader->whole_name != NULL && !has_names)
    return muster_organisation_is_name (reader->whole_name);
  if (person->given_name == NULL && person->family_name != NULL)
    return muster_organisation_is_name (person->family_name);
  if (has_names || person->assister_id != NULL || person->training_id != NULL || person->admin_id != NULL)
    return FALSE;
  return reader->row->agency != NULL && is_reachable;
}

/* Nothing that is said about its values matters any more, but for what must be in no file. */
static void
leave_out_organisation (Reader *reader)
{
  MusterImportRow *row = reader->row;
  guint kept = reader->n_findings;

  reader->rejected = FALSE;
  for (guint i = kept; i < reader->findings->len;)
    {
      MusterFinding *finding = reader->findings->pdata[i];

      if (g_str_has_prefix (finding->rule, "ssn-") && finding->is_error)
        {
          reader->rejected = TRUE;
          i++;
        }
      else
        g_ptr_array_remove_index (reader->findings, i);
    }
  if (row->agency == NULL)
    row->agency = g_strdup (reader->whole_name != NULL ? reader->whole_name : row->person.family_name);
  g_clear_pointer (&row->person.family_name, g_free);
  row->is_organisation = TRUE;
  reader->column = -1;
  find (reader, row->agency, "organisation", _("The row is about an organization and names no person. It is skipped."))->is_note = TRUE;
}

static void
fill_in (char **place, const char *value)
{
  if (*place == NULL)
    *place = g_strdup (value);
}

static void
fill_in_date (GDate *place, const GDate *date)
{
  if (!g_date_valid (place))
    *place = *date;
}

static void
apply_defaults (MusterImportRow *row, const MusterImportRow *defaults)
{
  if (row->types == 0)
    row->types = defaults->types;
  fill_in (&row->agency, defaults->agency);
  fill_in (&row->status, defaults->status);
  fill_in (&row->person.county, defaults->person.county);
  fill_in (&row->person.languages, defaults->person.languages);
  fill_in_date (&row->certified_on, &defaults->certified_on);
  fill_in_date (&row->certified_through, &defaults->certified_through);
  fill_in_date (&row->licence_expires, &defaults->licence_expires);
}

static gboolean
has_field (const MusterImportReading *reading, MusterImportField field)
{
  for (guint i = 0; i < reading->n; i++)
    if (reading->fields[i] == field)
      return TRUE;
  return FALSE;
}

static gboolean
is_past (const GDate *day, const GDate *today)
{
  return today != NULL && g_date_valid (day) && g_date_compare (day, today) < 0;
}

static void
check_expiry (Reader *reader)
{
  const MusterImportRow *row = reader->row;
  const GDate *today = reader->reading->today;
  g_autofree char *message = NULL;

  if (row->status == NULL || (!is_past (&row->certified_through, today) && !is_past (&row->licence_expires, today)) || !muster_import_row_claims_certification (row))
    return;
  message = g_strdup_printf (_("The file says “%s”, but what it gives as the end is past. Ask the sender which is right."), row->status);
  find (reader, row->status, "active-but-expired", message);
}

/* What the row as a whole must have. A row that is rejected anyway has its reason. */
static void
check_row (Reader *reader)
{
  const MusterImportRow *row = reader->row;
  const MusterAssister *person = &row->person;

  reader->column = -1;
  if (row->is_organisation)
    return;
  if (reader->rejected)
    ;
  else if (person->given_name == NULL && person->family_name == NULL)
    reject (reader, NULL, "no-name", _("The row names no person."));
  else if (person->npn == NULL && person->assister_id == NULL && person->training_id == NULL && person->email == NULL)
    reject (reader, NULL, "no-identifier", _("The row has nothing to know the person by: no NPN, Assister ID, Training ID or e-mail address."));
  if (!reader->rejected && row->types == 0 && has_field (reader->reading, MUSTER_FIELD_TYPE))
    find (reader, NULL, "no-type", _("The row says no role; the person is kept without one."));
  check_expiry (reader);
}

gboolean
muster_import_row_claims_certification (const MusterImportRow *row)
{
  g_autofree char *folded = NULL;

  if (row->status == NULL)
    return FALSE;
  folded = muster_text_fold (row->status);
  return g_strv_contains (active_words, folded);
}

gboolean
muster_import_row_read (const MusterImportReading *reading, const char *const *cells, guint line, MusterImportRow *row, GPtrArray *findings)
{
  Reader reader = { .reading = reading, .line = line, .findings = findings, .n_findings = findings->len, .row = row };

  memset (row, 0, sizeof *row);
  row->person.active = TRUE;
  for (guint i = 0; i < reading->n; i++)
    read_column (&reader, i, cells[i]);
  settle_phones (&row->person);
  if (is_organisation (&reader))
    leave_out_organisation (&reader);
  else
    settle_names (&reader);
  if (reading->defaults != NULL)
    apply_defaults (row, reading->defaults);
  check_row (&reader);
  g_free (reader.whole_name);
  return !reader.rejected;
}
