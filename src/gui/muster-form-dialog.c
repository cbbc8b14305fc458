/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-form-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-attachment-row.h"
#include "gui/muster-date-row.h"
#include "gui/muster-dialog-layout.h"
#include "gui/muster-form-values.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-text-row.h"

typedef struct
{
  MusterStore *store;
  char *announcement;
  char *unchanged; /* the fields as they were */
  gboolean busy;
  GtkWidget *focus; /* weak: where the focus was before it was busy */

  GtkWidget *cancel_button;
  GtkWidget *submit_button;
  GtkStack *submit_stack;
  GtkLabel *submit_label;
  AdwBanner *banner;
  AdwBin *bin;
} MusterFormDialogPrivate;

enum
{
  PROP_0,
  PROP_STORE,
  PROP_VERB,
  PROP_DESTRUCTIVE,
  PROP_CONTENT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];
static guint done_signal;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MusterFormDialog, muster_form_dialog, ADW_TYPE_DIALOG)

static MusterFormDialogPrivate *
get_private (MusterFormDialog *self)
{
  return muster_form_dialog_get_instance_private (self);
}

/* A field loses the focus before it is switched off, and has it again where somebody has to go on typing. */
static void
move_focus (MusterFormDialog *self, gboolean busy)
{
  MusterFormDialogPrivate *priv = get_private (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (busy)
    {
      g_set_weak_pointer (&priv->focus, root != NULL ? gtk_root_get_focus (root) : NULL);
      gtk_widget_grab_focus (priv->submit_button);
      return;
    }
  if (priv->focus != NULL && gtk_widget_is_ancestor (priv->focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (priv->focus);
  g_clear_weak_pointer (&priv->focus);
}

static void
discard_cb (MusterFormDialog *self)
{
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
ask_to_discard (MusterFormDialog *self)
{
  AdwDialog *alert = adw_alert_dialog_new (_("Discard What You Entered?"), _("Nothing of it has been saved."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "keep", _("_Keep Editing"), "discard", _("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "keep");
  g_signal_connect_object (alert, "response::discard", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
cancel_cb (GtkButton *button, MusterFormDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
submit_cb (GtkButton *button, MusterFormDialog *self)
{
  if (get_private (self)->busy)
    return;
  adw_banner_set_revealed (get_private (self)->banner, FALSE);
  MUSTER_FORM_DIALOG_GET_CLASS (self)->submit (self);
}

/* Enter in a field of one line does it, as it does in any dialog; Ctrl+Enter also in a text. */
static void
let_enter_submit (GtkWidget *widget)
{
  if (ADW_IS_ENTRY_ROW (widget))
    adw_entry_row_set_activates_default (ADW_ENTRY_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    let_enter_submit (child);
}

static void
submit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *button = get_private (MUSTER_FORM_DIALOG (widget))->submit_button;

  if (gtk_widget_is_sensitive (button) && !gtk_widget_has_css_class (button, "destructive-action"))
    gtk_widget_activate (button);
}

static void
run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterFormDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  muster_form_dialog_set_busy (self, FALSE);
  if (!muster_store_run_finish (MUSTER_STORE (source), result, &error))
    {
      muster_form_dialog_fail (self, error, NULL);
      return;
    }
  if (MUSTER_FORM_DIALOG_GET_CLASS (self)->succeeded != NULL)
    MUSTER_FORM_DIALOG_GET_CLASS (self)->succeeded (self);
  muster_form_dialog_finish (self);
}

static void
muster_form_dialog_close_attempt (AdwDialog *dialog)
{
  MusterFormDialog *self = MUSTER_FORM_DIALOG (dialog);

  if (get_private (self)->busy)
    return;
  if (muster_form_dialog_is_changed (self))
    ask_to_discard (self);
  else
    adw_dialog_force_close (dialog);
}

static void
muster_form_dialog_map (GtkWidget *widget)
{
  MusterFormDialog *self = MUSTER_FORM_DIALOG (widget);

  GTK_WIDGET_CLASS (muster_form_dialog_parent_class)->map (widget);
  let_enter_submit (widget);
  if (get_private (self)->unchanged == NULL)
    muster_form_dialog_mark_unchanged (self);
}

static void
muster_form_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MusterFormDialogPrivate *priv = get_private (MUSTER_FORM_DIALOG (object));

  if (id == PROP_STORE)
    g_value_set_object (value, priv->store);
  else if (id == PROP_VERB)
    g_value_set_string (value, gtk_label_get_label (priv->submit_label));
  else if (id == PROP_DESTRUCTIVE)
    g_value_set_boolean (value, gtk_widget_has_css_class (priv->submit_button, "destructive-action"));
  else if (id == PROP_CONTENT)
    g_value_set_object (value, adw_bin_get_child (priv->bin));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_form_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MusterFormDialog *self = MUSTER_FORM_DIALOG (object);

  if (id == PROP_STORE)
    get_private (self)->store = g_value_dup_object (value);
  else if (id == PROP_VERB)
    muster_form_dialog_set_verb (self, g_value_get_string (value));
  else if (id == PROP_DESTRUCTIVE)
    muster_form_dialog_set_destructive (self, g_value_get_boolean (value));
  else if (id == PROP_CONTENT)
    adw_bin_set_child (get_private (self)->bin, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_form_dialog_dispose (GObject *object)
{
  MusterFormDialogPrivate *priv = get_private (MUSTER_FORM_DIALOG (object));

  g_clear_object (&priv->store);
  g_clear_weak_pointer (&priv->focus);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_FORM_DIALOG);
  G_OBJECT_CLASS (muster_form_dialog_parent_class)->dispose (object);
}

static void
muster_form_dialog_finalize (GObject *object)
{
  MusterFormDialogPrivate *priv = get_private (MUSTER_FORM_DIALOG (object));

  g_free (priv->announcement);
  g_free (priv->unchanged);
  G_OBJECT_CLASS (muster_form_dialog_parent_class)->finalize (object);
}

static void
muster_form_dialog_class_init (MusterFormDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = muster_form_dialog_get_property;
  object_class->set_property = muster_form_dialog_set_property;
  object_class->dispose = muster_form_dialog_dispose;
  object_class->finalize = muster_form_dialog_finalize;
  widget_class->map = muster_form_dialog_map;
  ADW_DIALOG_CLASS (klass)->close_attempt = muster_form_dialog_close_attempt;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, MUSTER_TYPE_STORE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VERB] = g_param_spec_string ("verb", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DESTRUCTIVE] = g_param_spec_boolean ("destructive", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  done_signal = g_signal_new ("done", MUSTER_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-form-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, MusterFormDialog, cancel_button);
  gtk_widget_class_bind_template_child_private (widget_class, MusterFormDialog, submit_button);
  gtk_widget_class_bind_template_child_private (widget_class, MusterFormDialog, submit_stack);
  gtk_widget_class_bind_template_child_private (widget_class, MusterFormDialog, submit_label);
  gtk_widget_class_bind_template_child_private (widget_class, MusterFormDialog, banner);
  gtk_widget_class_bind_template_child_private (widget_class, MusterFormDialog, bin);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_install_action (widget_class, "form.submit", NULL, submit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.submit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "form.submit", NULL);
}

static void
muster_form_dialog_init (MusterFormDialog *self)
{
  g_type_ensure (MUSTER_TYPE_DIALOG_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), get_private (self)->submit_button);
}

MusterStore *
muster_form_dialog_get_store (MusterFormDialog *self)
{
  return get_private (self)->store;
}

void
muster_form_dialog_set_verb (MusterFormDialog *self, const char *verb)
{
  gtk_label_set_label (get_private (self)->submit_label, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_private (self)->submit_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (get_private (self)->submit_label), -1);
}

void
muster_form_dialog_set_destructive (MusterFormDialog *self, gboolean destructive)
{
  GtkWidget *button = get_private (self)->submit_button;

  gtk_widget_remove_css_class (button, destructive ? "suggested-action" : "destructive-action");
  gtk_widget_add_css_class (button, destructive ? "destructive-action" : "suggested-action");
  /* Enter in a field must not destroy. */
  adw_dialog_set_default_widget (ADW_DIALOG (self), destructive ? NULL : button);
}

void
muster_form_dialog_set_announcement (MusterFormDialog *self, const char *text)
{
  g_set_str (&get_private (self)->announcement, text);
}

void
muster_form_dialog_mark_unchanged (MusterFormDialog *self)
{
  g_free (get_private (self)->unchanged);
  get_private (self)->unchanged = muster_form_values_dup (GTK_WIDGET (get_private (self)->bin));
}

gboolean
muster_form_dialog_is_changed (MusterFormDialog *self)
{
  g_autofree char *values = muster_form_values_dup (GTK_WIDGET (get_private (self)->bin));

  return get_private (self)->unchanged != NULL && strcmp (values, get_private (self)->unchanged) != 0;
}

void
muster_form_dialog_fail (MusterFormDialog *self, const GError *error, GtkWidget *field)
{
  MusterFormDialogPrivate *priv = get_private (self);

  g_return_if_fail (error != NULL);

  adw_banner_set_use_markup (priv->banner, FALSE);
  adw_banner_set_title (priv->banner, error->message);
  adw_banner_set_revealed (priv->banner, TRUE);
  muster_form_values_watch (GTK_WIDGET (priv->bin), priv->banner);
  if (ADW_IS_ENTRY_ROW (field) && !MUSTER_IS_DATE_ROW (field)) /* which marks itself */
    {
      muster_gui_error_mark (field, NULL, error->message);
      return;
    }
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  if (field != NULL)
    gtk_widget_grab_focus (field);
}

void
muster_form_dialog_set_possible (MusterFormDialog *self, gboolean possible)
{
  gtk_widget_set_sensitive (get_private (self)->submit_button, possible);
}

void
muster_form_dialog_refuse (MusterFormDialog *self, const GError *error)
{
  muster_form_dialog_fail (self, error, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (get_private (self)->bin), FALSE);
  gtk_widget_set_sensitive (get_private (self)->submit_button, FALSE);
}

void
muster_form_dialog_set_busy (MusterFormDialog *self, gboolean busy)
{
  MusterFormDialogPrivate *priv = get_private (self);

  priv->busy = busy;
  if (busy)
    move_focus (self, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->bin), !busy);
  if (!busy)
    move_focus (self, FALSE);
  gtk_widget_set_sensitive (priv->cancel_button, !busy);
  gtk_stack_set_visible_child_name (priv->submit_stack, busy ? "busy" : "label");
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->submit_button), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
}

void
muster_form_dialog_finish (MusterFormDialog *self)
{
  g_autoptr (MusterFormDialog) alive = g_object_ref (self);
  const char *announcement = get_private (self)->announcement;

  if (announcement != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "s", announcement);
  g_signal_emit (self, done_signal, 0);
  adw_dialog_force_close (ADW_DIALOG (self));
}

void
muster_form_dialog_run (MusterFormDialog *self, const MusterOperation *operation, gpointer input, gpointer output, gpointer data, GDestroyNotify free_data)
{
  muster_form_dialog_set_busy (self, TRUE);
  muster_store_run_async (get_private (self)->store, operation, input, output, data, free_data, NULL, run_cb, g_object_ref (self));
}
