/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-assister-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-letter-language.h"
#include "domain/muster-text.h"
#include "gui/muster-check-row.h"
#include "gui/muster-coverage-rows.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-edit-assister.h"
#include "store/muster-people-table.h"

typedef enum
{
  SECTION_NAME,
  SECTION_CONTACT,
  SECTION_IDENTIFIERS,
  SECTION_WORK,
} Section;

typedef struct
{
  gsize offset; /* of the text in MusterAssister */
  Section section;
  gboolean secret;
  const char *title;
} Field;

#define FIELD(member, section, secret, title) { G_STRUCT_OFFSET (MusterAssister, member), section, secret, title }

static const Field fields[] = {
  FIELD (given_name, SECTION_NAME, FALSE, N_("Given name")),
  FIELD (middle_name, SECTION_NAME, FALSE, N_("Middle name")),
  FIELD (family_name, SECTION_NAME, FALSE, N_("Family name")),
  FIELD (suffix, SECTION_NAME, FALSE, N_("Suffix")),
  FIELD (email, SECTION_CONTACT, FALSE, N_("E-mail")),
  FIELD (phone, SECTION_CONTACT, FALSE, N_("Phone")),
  FIELD (npn, SECTION_IDENTIFIERS, FALSE, N_("NPN")),
  FIELD (assister_id, SECTION_IDENTIFIERS, TRUE, N_("Assister ID")),
  FIELD (training_id, SECTION_IDENTIFIERS, FALSE, N_("Training ID")),
  FIELD (admin_id, SECTION_IDENTIFIERS, FALSE, N_("Admin ID")),
  FIELD (licence_number, SECTION_IDENTIFIERS, FALSE, N_("License number")),
  FIELD (county, SECTION_WORK, FALSE, N_("County")),
  FIELD (languages, SECTION_WORK, FALSE, N_("Languages, separated by semicolons")),
};

struct _MusterAssisterDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *name;
  AdwPreferencesGroup *contact;
  AdwPreferencesGroup *identifiers;
  AdwPreferencesGroup *work;
  AdwPreferencesGroup *why;
  MusterRowGroup *roles;
  MusterRowGroup *coverage;
  AdwComboRow *letter_language;
  GtkEditable *agency;
  MusterTextRow *reason;
  AdwSwitchRow *another;

  GtkEditable *rows[G_N_ELEMENTS (fields)];
  MusterCheckRow *role_rows[MUSTER_N_ASSISTER_TYPES];
  MusterAssister *person; /* as it was */
  char *former_agency;
  gint64 id;
  gboolean looked; /* at what another agency leaves uncovered */
};

G_DEFINE_FINAL_TYPE (MusterAssisterDialog, muster_assister_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterAssisterEdit input;
  MusterAssister *person;
  MusterAssister *shown;
  char *agency;
  char *reason;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  muster_assister_free (request->person);
  muster_assister_free (request->shown);
  g_free (request->agency);
  g_free (request->reason);
  g_free (request);
}

static void
add_rows (MusterAssisterDialog *self)
{
  AdwPreferencesGroup *groups[] = { self->name, self->contact, self->identifiers, self->work };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *row = fields[i].secret ? adw_password_entry_row_new () : adw_entry_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(fields[i].title));
      adw_preferences_group_add (groups[fields[i].section], row);
      self->rows[i] = GTK_EDITABLE (row);
    }
  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    {
      self->role_rows[bit] = MUSTER_CHECK_ROW (muster_check_row_new (muster_assister_type_get_label (1u << bit), NULL));
      muster_row_group_add (self->roles, GTK_WIDGET (self->role_rows[bit]));
    }
}

/* After “Not recorded”, all there are. */
static void
add_letter_languages (MusterAssisterDialog *self)
{
  g_autofree char *none = g_strdup_printf (_("Not recorded (%s)"), muster_letter_language_get_label (muster_letter_language_get (NULL)));
  g_autoptr (GtkStringList) labels = gtk_string_list_new ((const char *const[]) { none, NULL });

  for (guint i = 0; i < MUSTER_N_LETTER_LANGUAGES; i++)
    gtk_string_list_append (labels, muster_letter_language_get_label (muster_letter_language_list ()[i]));
  adw_combo_row_set_model (self->letter_language, G_LIST_MODEL (labels));
}

static void
select_letter_language (MusterAssisterDialog *self)
{
  for (guint i = 0; i < MUSTER_N_LETTER_LANGUAGES; i++)
    if (g_strcmp0 (muster_letter_language_list ()[i], self->person->letter_language) == 0)
      adw_combo_row_set_selected (self->letter_language, i + 1);
}

static void
show_person (MusterAssisterDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, self->person, fields[i].offset);

      gtk_editable_set_text (self->rows[i], text != NULL ? text : "");
    }
  select_letter_language (self);
  gtk_editable_set_text (self->agency, self->former_agency != NULL ? self->former_agency : "");
}

/* Whose agency would be another. */
typedef struct
{
  gint64 assister_id;
  char *agency;
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_free (move->agency);
  g_free (move);
}

static MusterCoveragePreview *
find_coverage (MusterDatabase *database, gconstpointer data, const GDate *today, GCancellable *cancellable, GError **error)
{
  const Move *move = data;

  return muster_coverage_preview_new_agency (database, move->assister_id, move->agency, today, cancellable, error);
}

static void
agency_changed_cb (MusterAssisterDialog *self)
{
  g_autofree char *agency = muster_text_dup_tidy (gtk_editable_get_text (self->agency));
  Move *move;

  if (self->former_agency == NULL || agency == NULL || (!self->looked && g_str_equal (agency, self->former_agency)))
    return;
  self->looked = TRUE;
  move = g_new0 (Move, 1);
  move->assister_id = self->id;
  move->agency = g_steal_pointer (&agency);
  muster_coverage_rows_find (self->coverage, muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self)), find_coverage, move, move_free);
}

static MusterAssister *
read_person (MusterAssisterDialog *self)
{
  MusterAssister *person = muster_assister_copy (self->person);
  guint chosen;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      char **text = &G_STRUCT_MEMBER (char *, person, fields[i].offset);

      g_free (*text);
      *text = muster_text_dup_tidy (gtk_editable_get_text (self->rows[i]));
    }
  chosen = adw_combo_row_get_selected (self->letter_language);
  g_set_str (&person->letter_language, chosen > 0 ? muster_letter_language_list ()[chosen - 1] : NULL);
  return person;
}

static guint
get_types (MusterAssisterDialog *self)
{
  guint types = 0;

  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    if (muster_check_row_get_active (self->role_rows[bit]))
      types |= 1u << bit;
  return types;
}

/* Asks first, in place, where the name is one of somebody who was revoked. */
static gboolean
check_namesakes (MusterAssisterDialog *self, const MusterAssister *person)
{
  MusterStore *store = muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  GDate today;

  g_date_set_time_t (&today, time (NULL));
  if (database != NULL)
    {
      muster_edit_assister_check_namesakes (database, person, &today, &error);
      muster_store_read_done (store, database);
    }
  if (error == NULL)
    return TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->another), TRUE);
  muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, GTK_WIDGET (self->another));
  return FALSE;
}

static void
muster_assister_dialog_submit (MusterFormDialog *dialog)
{
  MusterAssisterDialog *self = MUSTER_ASSISTER_DIALOG (dialog);
  g_autoptr (MusterAssister) person = read_person (self);
  gboolean adds = self->person->id == 0, is_another = adw_switch_row_get_active (self->another);
  Request *request;

  if (!is_another && !check_namesakes (self, person))
    return;
  request = g_new0 (Request, 1);
  request->person = g_steal_pointer (&person);
  request->shown = adds ? NULL : muster_assister_copy (self->person);
  request->agency = muster_text_dup_tidy (gtk_editable_get_text (self->agency));
  /* Left alone, it stays what it has become meanwhile. */
  if (!adds && g_strcmp0 (request->agency, self->former_agency) == 0)
    g_clear_pointer (&request->agency, g_free);
  request->reason = muster_text_row_dup_text (self->reason);
  request->input = (MusterAssisterEdit) { request->person, request->agency, adds ? get_types (self) : 0, request->reason, request->shown, is_another };
  muster_form_dialog_run (dialog, adds ? &muster_add_assister : &muster_edit_assister, &request->input, adds ? &self->id : NULL, request, request_free);
}

static void
muster_assister_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ASSISTER_DIALOG);
  G_OBJECT_CLASS (muster_assister_dialog_parent_class)->dispose (object);
}

static void
muster_assister_dialog_finalize (GObject *object)
{
  MusterAssisterDialog *self = MUSTER_ASSISTER_DIALOG (object);

  muster_assister_free (self->person);
  g_free (self->former_agency);
  G_OBJECT_CLASS (muster_assister_dialog_parent_class)->finalize (object);
}

static void
muster_assister_dialog_class_init (MusterAssisterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_assister_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_assister_dialog_finalize;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_assister_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-assister-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterDialog, name);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterDialog, contact);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterDialog, identifiers);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterDialog, work);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterDialog, why);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterDialog, roles);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterDialog, coverage);
  gtk_widget_class_bind_template_callback (widget_class, agency_changed_cb);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterDialog, agency);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterDialog, letter_language);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterDialog, another);
}

static void
muster_assister_dialog_init (MusterAssisterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_rows (self);
  add_letter_languages (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->rows[0]));
}

static gboolean
load_person (MusterAssisterDialog *self, gint64 id, GError **error)
{
  MusterStore *store = muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
  MusterDatabase *database = muster_store_read (store, error);
  g_autoptr (GPtrArray) affiliations = NULL;

  if (database == NULL)
    return FALSE;
  self->person = muster_people_table_load (database, id, error);
  affiliations = self->person != NULL ? muster_people_table_list_affiliations (database, id, error) : NULL;
  muster_store_read_done (store, database);
  if (affiliations == NULL)
    return FALSE;
  if (affiliations->len > 0)
    {
      const MusterAffiliation *newest = affiliations->pdata[0];

      self->former_agency = g_date_valid (&newest->through) ? NULL : g_strdup (newest->agency_name);
    }
  return TRUE;
}

AdwDialog *
muster_assister_dialog_new (MusterStore *store, gint64 id)
{
  MusterAssisterDialog *self = g_object_new (MUSTER_TYPE_ASSISTER_DIALOG, "store", store, NULL);
  MusterFormDialog *form = MUSTER_FORM_DIALOG (self);
  g_autoptr (GError) error = NULL;

  self->id = id;
  adw_dialog_set_title (ADW_DIALOG (self), id == 0 ? _("Add Person") : _("Edit Person"));
  muster_form_dialog_set_verb (form, id == 0 ? _("_Add") : _("_Save"));
  muster_form_dialog_set_announcement (form, id == 0 ? _("Person added") : _("Changes saved"));
  gtk_widget_set_visible (GTK_WIDGET (self->roles), id == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->why), id != 0);
  if (id == 0)
    {
      self->person = muster_assister_new ();
      self->former_agency = g_strdup (muster_store_get_agency (store));
    }
  else if (!load_person (self, id, &error))
    {
      muster_form_dialog_refuse (form, error);
      return ADW_DIALOG (self);
    }
  show_person (self);
  return ADW_DIALOG (self);
}

gint64
muster_assister_dialog_get_assister_id (MusterAssisterDialog *self)
{
  return self->id;
}
