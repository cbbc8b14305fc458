/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-code.h"
#include "domain/muster-key-file.h"
#include "domain/muster-text.h"

struct _MusterHeaderAliases
{
  GHashTable *fields;            /* squeezed header → MusterImportField */
  GHashTable *in_licence_lists;  /* the same, in lists of licences */
  GHashTable *nine_digits;       /* squeezed headers of what has nine digits without being a social security number */
  GHashTable *weak;              /* squeezed headers that name their field only where no other column does */
  GHashTable *tax_numbers;       /* squeezed headers of what has social security numbers wherever it is of a person */
};

static const char *const field_codes[MUSTER_N_FIELDS] = {
  [MUSTER_FIELD_IGNORE] = "ignore",
  [MUSTER_FIELD_NAME] = "name",
  [MUSTER_FIELD_GIVEN_NAME] = "given-name",
  [MUSTER_FIELD_MIDDLE_NAME] = "middle-name",
  [MUSTER_FIELD_FAMILY_NAME] = "family-name",
  [MUSTER_FIELD_SUFFIX] = "suffix",
  [MUSTER_FIELD_EMAIL] = "email",
  [MUSTER_FIELD_PHONE] = "phone",
  [MUSTER_FIELD_OTHER_PHONE] = "other-phone",
  [MUSTER_FIELD_NPN] = "npn",
  [MUSTER_FIELD_ASSISTER_ID] = "assister-id",
  [MUSTER_FIELD_TRAINING_ID] = "training-id",
  [MUSTER_FIELD_ADMIN_ID] = "admin-id",
  [MUSTER_FIELD_LICENCE_NUMBER] = "licence-number",
  [MUSTER_FIELD_LICENCE_EXPIRES] = "licence-expires",
  [MUSTER_FIELD_TYPE] = "type",
  [MUSTER_FIELD_STATUS] = "status",
  [MUSTER_FIELD_CERTIFIED_ON] = "certified-on",
  [MUSTER_FIELD_CERTIFIED_THROUGH] = "certified-through",
  [MUSTER_FIELD_ENDED_ON] = "ended-on",
  [MUSTER_FIELD_AGENCY] = "agency",
  [MUSTER_FIELD_ORGANISATION_NPN] = "organisation-npn",
  [MUSTER_FIELD_COUNTY] = "county",
  [MUSTER_FIELD_LANGUAGES] = "languages",
  [MUSTER_FIELD_LETTER_LANGUAGE] = "letter-language",
  [MUSTER_FIELD_SSN] = "ssn",
};

static const char *const field_labels[MUSTER_N_FIELDS] = {
  [MUSTER_FIELD_IGNORE] = N_("Leave out"),
  [MUSTER_FIELD_NAME] = N_("Whole name"),
  [MUSTER_FIELD_GIVEN_NAME] = N_("First name"),
  [MUSTER_FIELD_MIDDLE_NAME] = N_("Middle name"),
  [MUSTER_FIELD_FAMILY_NAME] = N_("Last name"),
  [MUSTER_FIELD_SUFFIX] = N_("Suffix"),
  [MUSTER_FIELD_EMAIL] = N_("E-mail"),
  [MUSTER_FIELD_PHONE] = N_("Phone"),
  [MUSTER_FIELD_OTHER_PHONE] = N_("Other phone"),
  [MUSTER_FIELD_NPN] = N_("NPN"),
  [MUSTER_FIELD_ASSISTER_ID] = N_("Assister ID"),
  [MUSTER_FIELD_TRAINING_ID] = N_("Training ID"),
  [MUSTER_FIELD_ADMIN_ID] = N_("Admin ID"),
  [MUSTER_FIELD_LICENCE_NUMBER] = N_("License number"),
  [MUSTER_FIELD_LICENCE_EXPIRES] = N_("License expires"),
  [MUSTER_FIELD_TYPE] = N_("Role as an assister"),
  [MUSTER_FIELD_STATUS] = N_("Status (as the sender says)"),
  [MUSTER_FIELD_CERTIFIED_ON] = N_("Certified on"),
  [MUSTER_FIELD_CERTIFIED_THROUGH] = N_("Certified through"),
  [MUSTER_FIELD_ENDED_ON] = N_("Left or terminated on"),
  [MUSTER_FIELD_AGENCY] = N_("Agency"),
  [MUSTER_FIELD_ORGANISATION_NPN] = N_("NPN of the agency (not read)"),
  [MUSTER_FIELD_COUNTY] = N_("County"),
  [MUSTER_FIELD_LANGUAGES] = N_("Languages"),
  [MUSTER_FIELD_LETTER_LANGUAGE] = N_("Language of letters"),
  [MUSTER_FIELD_SSN] = N_("Social security number (refused)"),
};

/* Adds the headers of one key to @table. */
static gboolean
read_headers (GHashTable *table, GKeyFile *file, const char *group, const char *key, guint field, GError **error)
{
  g_auto (GStrv) headers = NULL;
  g_autofree char *text = muster_key_file_get_text (file, group, key, error);

  if (text == NULL)
    return FALSE;
  headers = g_strsplit (text, ";", -1);
  for (guint i = 0; headers[i] != NULL; i++)
    {
      g_autofree char *problem = NULL;
      char *squeezed = muster_header_squeeze (headers[i]);
      gpointer other;
      gboolean known = g_hash_table_lookup_extended (table, squeezed, NULL, &other);

      if (*squeezed != '\0' && (!known || GPOINTER_TO_UINT (other) == field))
        {
          g_hash_table_insert (table, squeezed, GUINT_TO_POINTER (field));
          continue;
        }
      problem = *squeezed == '\0' ? g_strdup (_("holds an empty header")) : g_strdup_printf (_("“%s” stands under another field too"), headers[i]);
      g_free (squeezed);
      return muster_key_file_refuse (error, group, key, problem);
    }
  return TRUE;
}

/* Adds what stands under @key, if anything does. */
static gboolean
read_more (GHashTable *table, GKeyFile *file, const char *group, const char *key, guint field, GError **error)
{
  return !g_key_file_has_key (file, group, key, NULL) || read_headers (table, file, group, key, field, error);
}

static gboolean
read_aliases (MusterHeaderAliases *aliases, GKeyFile *file, const char *group, GError **error)
{
  static const char *const keys[] = { "Headers", "InLicenceLists", "NineDigits", "TaxNumbers", "Weak", NULL };
  guint field;

  if (!muster_code_find (field_codes, MUSTER_N_FIELDS, group, "", &field, NULL))
    return muster_key_file_refuse (error, group, "*", _("there is no such field of a roster"));
  return muster_key_file_check_keys (file, group, keys, error) && read_headers (aliases->fields, file, group, keys[0], field, error) &&
         read_more (aliases->in_licence_lists, file, group, keys[1], field, error) && read_more (aliases->nine_digits, file, group, keys[2], field, error) &&
         read_more (aliases->tax_numbers, file, group, keys[3], field, error) && read_more (aliases->weak, file, group, keys[4], field, error);
}

/* What the header says that @header repeats: “Cell (2)” is another “Cell”. */
static gboolean
get_repeated (MusterHeaderAliases *aliases, const char *header, gpointer *field)
{
  g_autofree char *repeated = muster_header_dup_repeated (header);
  g_autofree char *squeezed = repeated != NULL ? muster_header_squeeze (repeated) : NULL;

  return squeezed != NULL && g_hash_table_lookup_extended (aliases->fields, squeezed, NULL, field);
}

/* A list of licences tells of no certification; nor does one of brokers, where everybody has the same role. */
static gboolean
is_licence_list (MusterHeaderAliases *aliases, const char *const *headers, guint n, const MusterImportField *fields)
{
  gboolean has_licence = FALSE, has_npn = FALSE, has_roles = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *squeezed = muster_header_squeeze (headers[i]);

      if (fields[i] == MUSTER_FIELD_ASSISTER_ID || fields[i] == MUSTER_FIELD_TRAINING_ID || fields[i] == MUSTER_FIELD_CERTIFIED_ON || fields[i] == MUSTER_FIELD_LICENCE_EXPIRES)
        return FALSE;
      if (fields[i] == MUSTER_FIELD_CERTIFIED_THROUGH && !g_hash_table_contains (aliases->in_licence_lists, squeezed))
        return FALSE;
      has_licence |= fields[i] == MUSTER_FIELD_LICENCE_NUMBER;
      has_npn |= fields[i] == MUSTER_FIELD_NPN;
      has_roles |= fields[i] == MUSTER_FIELD_TYPE || strstr (squeezed, "cert") != NULL;
    }
  return has_licence || (has_npn && !has_roles);
}

static gboolean
has_header (const char *const *headers, guint n, const char *wanted)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *squeezed = muster_header_squeeze (headers[i]);

      if (g_str_equal (squeezed, wanted))
        return TRUE;
    }
  return FALSE;
}

/* “person” beside “line” stands before the file’s own columns in our results, and beside another name it is no name either: it is the person’s code. */
static void
leave_out_person_codes (const char *const *headers, guint n, MusterImportField *fields)
{
  gboolean is_code = has_header (headers, n, "line");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *squeezed = muster_header_squeeze (headers[i]);

      is_code |= (fields[i] == MUSTER_FIELD_NAME && !g_str_equal (squeezed, "person")) || fields[i] == MUSTER_FIELD_GIVEN_NAME || fields[i] == MUSTER_FIELD_FAMILY_NAME;
    }
  for (guint i = 0; is_code && i < n; i++)
    {
      g_autofree char *squeezed = muster_header_squeeze (headers[i]);

      if (g_str_equal (squeezed, "person"))
        fields[i] = MUSTER_FIELD_IGNORE;
    }
}

/* A weak header gives way to any other of its field, wherever that stands. */
static void
leave_out_weak (MusterHeaderAliases *aliases, const char *const *headers, guint n, MusterImportField *fields)
{
  gboolean named[MUSTER_N_FIELDS] = { FALSE };

  for (guint i = 0; i < n; i++)
    named[fields[i]] |= !muster_header_aliases_is_weak (aliases, headers[i]);
  for (guint i = 0; i < n; i++)
    if (named[fields[i]] && muster_header_aliases_is_weak (aliases, headers[i]))
      fields[i] = MUSTER_FIELD_IGNORE;
}

char *
muster_header_squeeze (const char *header)
{
  GString *text = g_string_sized_new (32);
  gsize length = 0;

  muster_text_append_folded (text, header);
  for (gsize i = 0; i < text->len; i++)
    if (g_ascii_isalnum (text->str[i]) || (guchar) text->str[i] >= 0x80)
      text->str[length++] = text->str[i];
  g_string_truncate (text, length);
  return g_string_free_and_steal (text);
}

MusterHeaderAliases *
muster_header_aliases_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (MusterHeaderAliases) aliases = g_new0 (MusterHeaderAliases, 1);
  g_autoptr (GKeyFile) file = NULL;
  g_auto (GStrv) groups = NULL;

  aliases->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  aliases->in_licence_lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  aliases->nine_digits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  aliases->tax_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  aliases->weak = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  file = muster_key_file_parse (text, length, error);
  if (file == NULL)
    return NULL;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!read_aliases (aliases, file, groups[i], error))
      return NULL;
  return g_steal_pointer (&aliases);
}

void
muster_header_aliases_free (MusterHeaderAliases *aliases)
{
  if (aliases == NULL)
    return;
  g_clear_pointer (&aliases->fields, g_hash_table_unref);
  g_clear_pointer (&aliases->in_licence_lists, g_hash_table_unref);
  g_clear_pointer (&aliases->nine_digits, g_hash_table_unref);
  g_clear_pointer (&aliases->tax_numbers, g_hash_table_unref);
  g_clear_pointer (&aliases->weak, g_hash_table_unref);
  g_free (aliases);
}

char *
muster_header_dup_repeated (const char *header)
{
  const char *bracket = strrchr (header, '(');
  gsize digits = bracket != NULL ? strspn (bracket + 1, "0123456789") : 0;

  if (digits == 0 || strcmp (bracket + 1 + digits, ")") != 0 || bracket < header + 2 || bracket[-1] != ' ')
    return NULL;
  return g_strndup (header, bracket - 1 - header);
}

MusterImportField
muster_header_aliases_match (MusterHeaderAliases *aliases, const char *header)
{
  g_autofree char *squeezed = muster_header_squeeze (header);
  gpointer field;

  if (g_hash_table_lookup_extended (aliases->fields, squeezed, NULL, &field))
    return GPOINTER_TO_UINT (field);
  return get_repeated (aliases, header, &field) ? GPOINTER_TO_UINT (field) : MUSTER_FIELD_IGNORE;
}

void
muster_header_aliases_match_all (MusterHeaderAliases *aliases, const char *const *headers, guint n, MusterImportField *fields)
{
  gboolean taken[MUSTER_N_FIELDS] = { FALSE };
  gboolean of_licences;

  for (guint i = 0; i < n; i++)
    fields[i] = muster_header_aliases_match (aliases, headers[i]);
  leave_out_person_codes (headers, n, fields);
  leave_out_weak (aliases, headers, n, fields);
  of_licences = is_licence_list (aliases, headers, n, fields);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *squeezed = of_licences ? muster_header_squeeze (headers[i]) : NULL;
      gpointer field;

      if (of_licences && g_hash_table_lookup_extended (aliases->in_licence_lists, squeezed, NULL, &field))
        fields[i] = GPOINTER_TO_UINT (field);
      if (taken[fields[i]] && fields[i] != MUSTER_FIELD_SSN && !muster_import_field_may_repeat (fields[i]))
        fields[i] = MUSTER_FIELD_IGNORE;
      taken[fields[i]] = TRUE;
    }
}

gboolean
muster_header_aliases_knows (MusterHeaderAliases *aliases, const char *header)
{
  g_autofree char *squeezed = muster_header_squeeze (header);
  gpointer field;

  return g_hash_table_contains (aliases->fields, squeezed) || get_repeated (aliases, header, &field);
}

gboolean
muster_header_aliases_may_be_nine_digits (MusterHeaderAliases *aliases, const char *header)
{
  g_autofree char *squeezed = muster_header_squeeze (header);

  return g_hash_table_contains (aliases->nine_digits, squeezed);
}

gboolean
muster_header_aliases_is_weak (MusterHeaderAliases *aliases, const char *header)
{
  g_autofree char *squeezed = muster_header_squeeze (header);

  return g_hash_table_contains (aliases->weak, squeezed);
}

gboolean
muster_header_aliases_is_tax_number (MusterHeaderAliases *aliases, const char *header)
{
  g_autofree char *squeezed = muster_header_squeeze (header);

  return g_hash_table_contains (aliases->tax_numbers, squeezed);
}

const char *
muster_import_field_to_code (MusterImportField field)
{
  g_return_val_if_fail ((guint) field < MUSTER_N_FIELDS, "");
  return field_codes[field];
}

gboolean
muster_import_field_from_code (const char *code, MusterImportField *field, GError **error)
{
  const char *offered[MUSTER_N_FIELDS];
  guint index;

  if (code != NULL && g_ascii_strcasecmp (code, field_codes[MUSTER_FIELD_SSN]) == 0)
    {
      *field = MUSTER_FIELD_SSN;
      return TRUE;
    }
  /* What is never read is not among those to choose from. */
  memcpy (offered, field_codes, sizeof offered);
  offered[MUSTER_FIELD_SSN] = NULL;
  if (!muster_code_find (offered, MUSTER_N_FIELDS, code, _("This is not a field of a roster"), &index, error))
    return FALSE;
  *field = index;
  return TRUE;
}

const char *
muster_import_field_get_label (MusterImportField field)
{
  g_return_val_if_fail ((guint) field < MUSTER_N_FIELDS, "");
  return _(field_labels[field]);
}

gboolean
muster_import_field_may_repeat (MusterImportField field)
{
  return field == MUSTER_FIELD_IGNORE || field == MUSTER_FIELD_PHONE || field == MUSTER_FIELD_OTHER_PHONE || field == MUSTER_FIELD_ORGANISATION_NPN || field == MUSTER_FIELD_LANGUAGES;
}

gboolean
muster_import_field_is_date (MusterImportField field)
{
  return field == MUSTER_FIELD_CERTIFIED_ON || field == MUSTER_FIELD_CERTIFIED_THROUGH || field == MUSTER_FIELD_ENDED_ON || field == MUSTER_FIELD_LICENCE_EXPIRES;
}
