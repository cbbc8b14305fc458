/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-identifier.h"
#include "domain/muster-import-cell.h"
#include "domain/muster-person-name.h"
#include "domain/muster-text.h"

#define MAX_TEXT 200
#define MAX_LANGUAGES 500

/* Where we are in the file, for what is found. */
typedef struct
{
  guint line;
  const char *column;
  GPtrArray *findings;
  gboolean rejected;
} Place;

typedef gboolean (*IdentifierCheck) (const char *text, char **kept, GError **error);

/* How a field is read. What has a form of its own is checked by it, and a bare row of nine digits may be it. */
typedef struct
{
  gssize offset; /* of the string in MusterAssister; -1: read in its own way */
  IdentifierCheck check;
  const char *rule;
  gboolean is_identifier; /* every sentinel counts as nothing */
  gboolean may_be_nine_digits;
} FieldRule;

#define AT(member) G_STRUCT_OFFSET (MusterAssister, member)

static const FieldRule field_rules[MUSTER_N_FIELDS] = {
  [MUSTER_FIELD_IGNORE] = { -1 },
  [MUSTER_FIELD_NAME] = { -1 },
  [MUSTER_FIELD_GIVEN_NAME] = { AT (given_name) },
  [MUSTER_FIELD_MIDDLE_NAME] = { AT (middle_name) },
  [MUSTER_FIELD_FAMILY_NAME] = { AT (family_name) },
  [MUSTER_FIELD_SUFFIX] = { AT (suffix) },
  [MUSTER_FIELD_EMAIL] = { AT (email), muster_identifier_check_email, "email-form", TRUE },
  [MUSTER_FIELD_PHONE] = { -1, NULL, NULL, TRUE },
  [MUSTER_FIELD_NPN] = { AT (npn), muster_identifier_check_npn, "npn-form", TRUE, TRUE },
  [MUSTER_FIELD_ASSISTER_ID] = { AT (assister_id), muster_identifier_check_assister_id, "assister-id-form", TRUE, TRUE },
  [MUSTER_FIELD_TRAINING_ID] = { AT (training_id), muster_identifier_check_training_id, "training-id-form", TRUE },
  [MUSTER_FIELD_ADMIN_ID] = { AT (admin_id), muster_identifier_check_admin_id, "admin-id-form", TRUE },
  [MUSTER_FIELD_LICENCE_NUMBER] = { AT (licence_number), NULL, NULL, TRUE, TRUE },
  [MUSTER_FIELD_TYPE] = { -1, NULL, NULL, TRUE },
  [MUSTER_FIELD_AGENCY] = { -1, NULL, NULL, TRUE },
  [MUSTER_FIELD_COUNTY] = { AT (county), NULL, NULL, TRUE },
  [MUSTER_FIELD_LANGUAGES] = { -1, NULL, NULL, TRUE },
  [MUSTER_FIELD_SSN] = { -1 },
};

static char **
get_place (MusterAssister *person, gssize offset)
{
  return (char **) ((char *) person + offset);
}

static void
add_finding (Place *place, const char *value, const char *rule, gboolean is_error, const char *message)
{
  MusterFinding *finding = g_new0 (MusterFinding, 1);

  finding->line = place->line;
  finding->column = g_strdup (place->column);
  finding->value = g_strdup (value);
  finding->rule = g_strdup (rule);
  finding->is_error = is_error;
  finding->message = g_strdup (message);
  g_ptr_array_add (place->findings, finding);
  place->rejected |= is_error;
}

/* %FALSE if the value must not be kept. Social security numbers are found before anything else looks at the value. */
static gboolean
check_value (Place *place, MusterImportField field, const char *text)
{
  gboolean looks_like_ssn = muster_identifier_looks_like_ssn (text);
  gsize max = field == MUSTER_FIELD_LANGUAGES || field == MUSTER_FIELD_TYPE ? MAX_LANGUAGES : MAX_TEXT;

  if (looks_like_ssn && field_rules[field].may_be_nine_digits && strlen (text) == 9)
    {
      add_finding (place, NULL, "ssn-shaped", FALSE, _("Nine digits could be a social security number, which must not be here. Make sure that it is not one."));
      return TRUE;
    }
  if (looks_like_ssn || muster_identifier_contains_ssn (text))
    {
      add_finding (place, NULL, "ssn-value", TRUE, _("The value looks like a social security number, which Muster never keeps. Take it out of the file."));
      return FALSE;
    }
  if (strlen (text) > max)
    {
      g_autofree char *beginning = g_utf8_substring (text, 0, 40);
      g_autofree char *message = g_strdup_printf (_("“%s…” is longer than %u bytes, which no such value is."), beginning, (guint) max);

      add_finding (place, beginning, "too-long", TRUE, message);
      return FALSE;
    }
  return TRUE;
}

static void
read_identifier (Place *place, MusterImportField field, const char *text, char **kept)
{
  g_autoptr (GError) error = NULL;

  if (!field_rules[field].check (text, kept, &error))
    add_finding (place, text, field_rules[field].rule, TRUE, error->message);
}

/* A person can be reached otherwise: a bad phone is not worth a person. */
static void
read_phone (Place *place, const char *text, char **kept)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  gsize length = strcspn (text, ";/,|");
  gboolean several = text[length] != '\0';

  if (muster_identifier_check_phone (text, kept, &error))
    return;
  first = g_strndup (text, length);
  if (several && muster_identifier_check_phone (first, kept, NULL))
    add_finding (place, text, "second-phone", FALSE, _("There are several phone numbers; only the first is kept."));
  else
    {
      g_autofree char *message = g_strdup_printf (_("%s The phone number is left out."), error->message);

      add_finding (place, text, "phone-form", FALSE, message);
    }
}

/* “Hennepin County” and “Hennepin” are one. */
static void
drop_county_word (char *county)
{
  static const char word[] = " county";
  gsize length = strlen (county), word_length = strlen (word);

  if (length > word_length && g_ascii_strcasecmp (county + length - word_length, word) == 0)
    county[length - word_length] = '\0';
}

/* Splits at ; , / | & and the word “and”. The parts are tidy and not empty. */
static char **
split_list (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_strdelimit (copy, ",/|&+\n", ';');
  for (char *p = copy; (p = strchr (p, ' ')) != NULL; p++)
    if (g_ascii_strncasecmp (p, " and ", 5) == 0)
      memcpy (p, ";;;;;", 5);
  parts = g_strsplit (copy, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = muster_import_cell_read (parts[i], TRUE);

      if (part != NULL)
        g_strv_builder_take (builder, part);
    }
  return g_strv_builder_end (builder);
}

static void
read_types (Place *place, const char *text, guint *types)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GError) error = NULL;
  MusterAssisterType type;

  if (muster_assister_type_from_text (text, &type, NULL))
    {
      *types |= type;
      return;
    }
  parts = split_list (text);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (!muster_assister_type_from_text (parts[i], &type, &error))
        {
          add_finding (place, text, "type-unknown", TRUE, error->message);
          return;
        }
      *types |= type;
    }
}

static gboolean
is_there_already (GPtrArray *list, const char *text)
{
  g_autofree char *folded = muster_text_fold (text);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *other = muster_text_fold (list->pdata[i]);

      if (strcmp (folded, other) == 0)
        return TRUE;
    }
  return FALSE;
}

static char *
read_languages (const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GPtrArray) list = NULL;

  if (strpbrk (text, ";,/|&+ ") == NULL)
    return g_strdup (text);
  parts = split_list (text);
  list = g_ptr_array_new_null_terminated (8, NULL, TRUE);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!is_there_already (list, parts[i]))
      g_ptr_array_add (list, parts[i]);
  return list->len > 0 ? g_strjoinv ("; ", (char **) list->pdata) : NULL;
}

static void
read_field (Place *place, MusterImportField field, const char *text, MusterImportRow *row, char **whole_name)
{
  gssize offset = field_rules[field].offset;
  char **kept = offset >= 0 ? get_place (&row->person, offset) : NULL;

  if (!check_value (place, field, text))
    return;
  if (kept != NULL && *kept != NULL)
    return;
  if (kept != NULL && field_rules[field].check != NULL)
    read_identifier (place, field, text, kept);
  else if (kept != NULL)
    *kept = g_strdup (text);
  else if (field == MUSTER_FIELD_NAME && *whole_name == NULL)
    *whole_name = g_strdup (text);
  else if (field == MUSTER_FIELD_PHONE && row->person.phone == NULL)
    read_phone (place, text, &row->person.phone);
  else if (field == MUSTER_FIELD_TYPE)
    read_types (place, text, &row->types);
  else if (field == MUSTER_FIELD_AGENCY && row->agency == NULL)
    row->agency = g_strdup (text);
  else if (field == MUSTER_FIELD_LANGUAGES && row->person.languages == NULL)
    row->person.languages = read_languages (text);

  if (field == MUSTER_FIELD_COUNTY)
    drop_county_word (row->person.county);
}

static void
read_column (Place *place, MusterImportField field, const char *cell, MusterImportRow *row, char **whole_name)
{
  g_autofree char *text = NULL;

  if (field == MUSTER_FIELD_IGNORE)
    return;
  text = muster_import_cell_read (cell, field_rules[field].is_identifier || field == MUSTER_FIELD_SSN);
  if (text == NULL)
    return;
  if (field == MUSTER_FIELD_SSN)
    add_finding (place, NULL, "ssn-column", TRUE, _("This column holds social security numbers, which Muster never keeps. Take it out of the file."));
  else
    read_field (place, field, text, row, whole_name);
}

static void
fill_in (char **place, const char *value)
{
  if (*place == NULL)
    *place = g_strdup (value);
}

static void
apply_defaults (MusterImportRow *row, const MusterImportRow *defaults)
{
  if (row->types == 0)
    row->types = defaults->types;
  fill_in (&row->agency, defaults->agency);
  for (guint field = 0; field < MUSTER_N_FIELDS; field++)
    {
      gssize offset = field_rules[field].offset;

      if (offset >= 0)
        fill_in (get_place (&row->person, offset), *get_place ((MusterAssister *) &defaults->person, offset));
    }
  fill_in (&row->person.phone, defaults->person.phone);
  fill_in (&row->person.languages, defaults->person.languages);
}

static gboolean
has_field (const MusterImportField *fields, guint n, MusterImportField field)
{
  for (guint i = 0; i < n; i++)
    if (fields[i] == field)
      return TRUE;
  return FALSE;
}

/* What the row as a whole must have. A row that is rejected anyway has its reason. */
static void
check_row (Place *place, const MusterImportRow *row)
{
  const MusterAssister *person = &row->person;

  place->column = NULL;
  if (place->rejected)
    return;
  if (person->given_name == NULL && person->family_name == NULL)
    add_finding (place, NULL, "no-name", TRUE, _("The row names no person."));
  else if (person->npn == NULL && person->assister_id == NULL && person->training_id == NULL && person->email == NULL)
    add_finding (place, NULL, "no-identifier", TRUE, _("The row has nothing to know the person by: no NPN, Assister ID, Training ID or e-mail address."));
}

gboolean
muster_import_row_read (const MusterImportField *fields, const char *const *cells, const char *const *headers, guint n, guint line,
                        const MusterImportRow *defaults, MusterImportRow *row, GPtrArray *findings)
{
  Place place = { line, NULL, findings, FALSE };
  g_autofree char *whole_name = NULL;

  memset (row, 0, sizeof *row);
  row->person.active = TRUE;
  for (guint i = 0; i < n; i++)
    {
      place.column = headers != NULL ? headers[i] : NULL;
      read_column (&place, fields[i], cells[i], row, &whole_name);
    }
  if (whole_name != NULL && row->person.given_name == NULL && row->person.family_name == NULL)
    {
      MusterAssister names = { 0 };

      muster_person_name_read (whole_name, &names);
      row->person.given_name = names.given_name;
      row->person.family_name = names.family_name;
      fill_in (&row->person.middle_name, names.middle_name);
      fill_in (&row->person.suffix, names.suffix);
      g_free (names.middle_name);
      g_free (names.suffix);
    }
  muster_person_name_tidy (&row->person);
  if (defaults != NULL)
    apply_defaults (row, defaults);
  check_row (&place, row);
  if (!place.rejected && row->types == 0 && has_field (fields, n, MUSTER_FIELD_TYPE))
    add_finding (&place, NULL, "no-type", FALSE, _("The row says no role; the person is kept without one."));
  return !place.rejected;
}
