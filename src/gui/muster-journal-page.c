/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-journal-page.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-copy-button.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-journal-check.h"
#include "gui/muster-journal-dialog.h"
#include "gui/muster-journal-model.h"

#define SUBJECT_CHARS 13 /* “CA-2026-0007” */

struct _MusterJournalPage
{
  AdwNavigationPage parent_instance;

  MusterStore *store;
  MusterJournalModel *model;
  MusterJournalCheck *check;
  GtkDropDown *operation_drop;
  GtkSearchEntry *subject_entry;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *failed_page;
};

enum
{
  PROP_0,
  PROP_STORE,
};

G_DEFINE_FINAL_TYPE (MusterJournalPage, muster_journal_page, ADW_TYPE_NAVIGATION_PAGE)

static void
fill_operations (MusterJournalPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *[]) { _("All Entries"), NULL });

  for (const MusterOperationRule *rule = muster_operation_rule_get_all (); rule->name != NULL; rule++)
    gtk_string_list_append (names, _(rule->label));
  gtk_drop_down_set_model (self->operation_drop, G_LIST_MODEL (names));
}

static void
filter_changed_cb (MusterJournalPage *self)
{
  guint choice = gtk_drop_down_get_selected (self->operation_drop);
  g_autofree char *subject = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->subject_entry)));

  if (self->model == NULL)
    return;
  g_strstrip (subject);
  muster_journal_model_set_filter (self->model, choice > 0 && choice != GTK_INVALID_LIST_POSITION ? muster_operation_rule_get_all ()[choice - 1].name : NULL,
                                   subject[0] != '\0' ? subject : NULL);
}

static void
stop_search_cb (MusterJournalPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->subject_entry), "");
}

static void
loaded_cb (MusterJournalPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 ? "list" : "nothing");
}

static void
failed_cb (MusterJournalPage *self, const char *message)
{
  adw_status_page_set_description (self->failed_page, message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
scrolled_cb (MusterJournalPage *self, GtkAdjustment *adjustment)
{
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (self->model != NULL && left < 2 * gtk_adjustment_get_page_size (adjustment))
    muster_journal_model_load_more (self->model);
}

static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Cut nowhere, however narrow the window: wrapped. */
static GtkWidget *
wrapping_label_new (const char *css_class)
{
  GtkWidget *label = label_new (css_class);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  return label;
}

static void
row_setup_cb (MusterJournalPage *self, GtkListItem *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (texts, TRUE);
  /* What was done, who did it and when. */
  gtk_box_append (GTK_BOX (texts), wrapping_label_new ("muster-name"));
  gtk_box_append (GTK_BOX (texts), wrapping_label_new ("dim-label"));
  gtk_box_append (GTK_BOX (texts), label_new ("dim-label"));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), label_new ("numeric"));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_item_set_child (line, box);
}

static void
row_bind_cb (MusterJournalPage *self, GtkListItem *line)
{
  MusterJournalItem *item = gtk_list_item_get_item (line);
  const MusterJournalEntry *entry = muster_journal_item_get_entry (item);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (line));
  GtkWidget *texts = gtk_widget_get_next_sibling (icon);
  GtkWidget *title = gtk_widget_get_first_child (texts);
  GtkWidget *below = gtk_widget_get_next_sibling (title);
  GtkWidget *reason = gtk_widget_get_next_sibling (below);
  GtkWidget *about = gtk_widget_get_next_sibling (texts);
  g_autofree char *when = muster_gui_text_dup_time (entry->time);
  g_autofree char *who = muster_journal_item_dup_who (item);
  g_autofree char *text = g_strdup_printf ("%s · %s", when, who);
  g_autofree char *spoken = muster_journal_item_dup_spoken (item, text);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), muster_journal_item_get_icon_name (item));
  gtk_label_set_label (GTK_LABEL (title), muster_journal_item_get_label (item));
  gtk_label_set_label (GTK_LABEL (below), text);
  gtk_label_set_label (GTK_LABEL (reason), entry->reason);
  gtk_widget_set_visible (reason, entry->reason != NULL);
  gtk_label_set_label (GTK_LABEL (about), entry->subject);
  /* A number of a case is whole; a longer subject gives way. */
  gtk_label_set_ellipsize (GTK_LABEL (about), entry->subject != NULL && g_utf8_strlen (entry->subject, -1) > SUBJECT_CHARS ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_list_item_set_accessible_label (line, spoken);
}

static void
activate_cb (MusterJournalPage *self, guint position)
{
  g_autoptr (MusterJournalItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (item != NULL)
    adw_dialog_present (muster_journal_dialog_new (self->store, item), GTK_WIDGET (self));
}

static void
clear_filter_cb (MusterJournalPage *self)
{
  gtk_drop_down_set_selected (self->operation_drop, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->subject_entry), "");
}

static void
search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (MUSTER_JOURNAL_PAGE (widget)->subject_entry));
}

static void
verify_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  muster_journal_check_run (MUSTER_JOURNAL_PAGE (widget)->check, NULL);
}

static void
show_checkpoint_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MusterJournalPage *self = MUSTER_JOURNAL_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *code = muster_checkpoint_dup_code (self->store, &error);
  AdwDialog *dialog;
  GtkWidget *box, *label;

  if (code == NULL)
    {
      muster_gui_error_show (widget, error);
      return;
    }
  dialog = adw_alert_dialog_new (_("Checkpoint of the Journal"), _("Write this code down, or send it to somebody outside. Whoever has it can prove later that nothing up to this entry was changed."));
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  label = gtk_label_new (code);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "monospace");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, code, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), muster_copy_button_new (_("Checkpoint"), code));
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), box);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, widget);
}

static void
checkpoint_changed_cb (GtkEditable *entry, AdwAlertDialog *dialog)
{
  guint8 hash[10];
  gint64 sequence;

  adw_alert_dialog_set_response_enabled (dialog, "compare", muster_checkpoint_parse (gtk_editable_get_text (entry), &sequence, hash, NULL));
}

static void
compare_response_cb (MusterJournalPage *self, const char *response, AdwAlertDialog *dialog)
{
  GtkWidget *entry = adw_alert_dialog_get_extra_child (dialog);

  if (strcmp (response, "compare") == 0)
    muster_journal_check_run (self->check, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
compare_checkpoint_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Compare with a Checkpoint"), _("Type a code that was written down earlier. Its groups hold a checksum, so that a slip is noticed."));
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Checkpoint code"), -1);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_widget_add_css_class (entry, "monospace");
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), entry);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "compare", _("C_ompare"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "compare", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "compare");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (dialog), "compare", FALSE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (checkpoint_changed_cb), dialog, 0);
  g_signal_connect_object (dialog, "response", G_CALLBACK (compare_response_cb), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
muster_journal_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STORE)
    MUSTER_JOURNAL_PAGE (object)->store = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_journal_page_constructed (GObject *object)
{
  MusterJournalPage *self = MUSTER_JOURNAL_PAGE (object);
  g_autoptr (GtkSelectionModel) none = NULL;

  G_OBJECT_CLASS (muster_journal_page_parent_class)->constructed (object);
  muster_journal_check_set_store (self->check, self->store);
  self->model = muster_journal_model_new (self->store);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  none = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  gtk_list_view_set_model (self->list, none);
}

static void
muster_journal_page_dispose (GObject *object)
{
  MusterJournalPage *self = MUSTER_JOURNAL_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_JOURNAL_PAGE);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (muster_journal_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterJournalPage, check);
  gtk_widget_class_bind_template_child (widget_class, MusterJournalPage, operation_drop);
  gtk_widget_class_bind_template_child (widget_class, MusterJournalPage, subject_entry);
  gtk_widget_class_bind_template_child (widget_class, MusterJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterJournalPage, list);
  gtk_widget_class_bind_template_child (widget_class, MusterJournalPage, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
}

static void
muster_journal_page_class_init (MusterJournalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = muster_journal_page_set_property;
  object_class->constructed = muster_journal_page_constructed;
  object_class->dispose = muster_journal_page_dispose;
  g_object_class_install_property (object_class, PROP_STORE,
                                   g_param_spec_object ("store", NULL, NULL, MUSTER_TYPE_STORE, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "journal.verify", NULL, verify_cb);
  gtk_widget_class_install_action (widget_class, "journal.show-checkpoint", NULL, show_checkpoint_cb);
  gtk_widget_class_install_action (widget_class, "journal.compare-checkpoint", NULL, compare_checkpoint_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "page.search", NULL);
  g_type_ensure (MUSTER_TYPE_JOURNAL_CHECK);
  bind_template (widget_class);
}

static void
muster_journal_page_init (MusterJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_operations (self);
}

AdwNavigationPage *
muster_journal_page_new (MusterStore *store)
{
  return g_object_new (MUSTER_TYPE_JOURNAL_PAGE, "store", store, NULL);
}
