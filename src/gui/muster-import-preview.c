/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-preview.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-badge.h"

struct _MusterImportPreview
{
  AdwBin parent_instance;

  MusterImportRowModel *model;
  AdwBanner *banner;
  AdwWrapBox *tiles;
  GtkLabel *summary;
  GtkWidget *accept_box;
  GtkSwitch *accept_switch;
  GtkColumnView *view;
  gboolean narrow;
  gboolean filling;
};

enum
{
  PROP_0,
  PROP_NARROW,
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportPreview, muster_import_preview, ADW_TYPE_BIN)

static const struct
{
  MusterBadgeLook look;
  const char *icon_name;
} looks[MUSTER_N_FATES] = {
  [MUSTER_FATE_CREATED] = { MUSTER_BADGE_SUCCESS, "list-add-symbolic" },
  [MUSTER_FATE_UPDATED] = { MUSTER_BADGE_ACCENT, "document-edit-symbolic" },
  [MUSTER_FATE_UNCHANGED] = { MUSTER_BADGE_PLAIN, "object-select-symbolic" },
  [MUSTER_FATE_SKIPPED] = { MUSTER_BADGE_PLAIN, "media-skip-forward-symbolic" },
  [MUSTER_FATE_CONFLICT] = { MUSTER_BADGE_WARNING, "dialog-warning-symbolic" },
  [MUSTER_FATE_REJECTED] = { MUSTER_BADGE_ERROR, "action-unavailable-symbolic" },
};

static void
append_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

static char *
dup_sentence (MusterRowFate fate, guint n)
{
  switch (fate)
    {
    case MUSTER_FATE_CREATED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row adds a person.", "%'u rows add people.", n), n);
    case MUSTER_FATE_UPDATED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row changes a person.", "%'u rows change people.", n), n);
    case MUSTER_FATE_UNCHANGED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row says what is known already.", "%'u rows say what is known already.", n), n);
    case MUSTER_FATE_SKIPPED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row is skipped.", "%'u rows are skipped.", n), n);
    case MUSTER_FATE_CONFLICT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row contradicts others and is left out.", "%'u rows contradict others and are left out.", n), n);
    case MUSTER_FATE_REJECTED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row is rejected and left out.", "%'u rows are rejected and left out.", n), n);
    default:
      g_assert_not_reached ();
    }
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

static void
label_setup_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  gtk_column_view_cell_set_child (cell, label_new (NULL));
}

static void
line_setup_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  gtk_column_view_cell_set_child (cell, label_new ("numeric"));
}

static void
line_bind_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  g_autofree char *text = g_strdup_printf ("%u", muster_import_item_get_line (gtk_column_view_cell_get_item (cell)));

  gtk_label_set_label (GTK_LABEL (gtk_column_view_cell_get_child (cell)), text);
}

static void
name_setup_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *below = label_new ("dim-label");

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (below, "caption");
  gtk_box_append (GTK_BOX (box), label_new ("muster-name"));
  gtk_box_append (GTK_BOX (box), below);
  gtk_column_view_cell_set_child (cell, box);
}

static void
name_bind_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  MusterImportItem *item = gtk_column_view_cell_get_item (cell);
  GtkWidget *name = gtk_widget_get_first_child (gtk_column_view_cell_get_child (cell));
  GtkWidget *below = gtk_widget_get_next_sibling (name);

  gtk_label_set_label (GTK_LABEL (name), muster_import_item_get_name (item)[0] != '\0' ? muster_import_item_get_name (item) : _("(no name)"));
  gtk_label_set_label (GTK_LABEL (below), muster_import_item_get_reasons (item));
  gtk_widget_set_visible (below, muster_import_item_get_reasons (item)[0] != '\0');
  gtk_widget_set_tooltip_text (below, muster_import_item_get_reasons (item));
}

static void
agency_bind_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  const char *agency = muster_import_item_get_agency (gtk_column_view_cell_get_item (cell));

  gtk_label_set_label (GTK_LABEL (gtk_column_view_cell_get_child (cell)), agency != NULL ? agency : "");
}

static void
fate_setup_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  gtk_column_view_cell_set_child (cell, muster_badge_new ());
}

static void
fate_bind_cb (MusterImportPreview *self, GtkColumnViewCell *cell)
{
  MusterRowFate fate = muster_import_item_get_fate (gtk_column_view_cell_get_item (cell));

  muster_badge_set (MUSTER_BADGE (gtk_column_view_cell_get_child (cell)), looks[fate].look, looks[fate].icon_name, muster_row_fate_get_label (fate));
}

static void
row_bind_cb (MusterImportPreview *self, GtkColumnViewRow *row)
{
  MusterImportItem *item = gtk_column_view_row_get_item (row);
  /* Translators: what is read out for a row of a file: line, name, what becomes of it, and why. */
  g_autofree char *text = g_strdup_printf (_("Line %u, %s, %s. %s"), muster_import_item_get_line (item), muster_import_item_get_name (item),
                                           muster_row_fate_get_label (muster_import_item_get_fate (item)), muster_import_item_get_reasons (item));

  gtk_column_view_row_set_accessible_label (row, text);
}

static void
activate_cb (MusterImportPreview *self, guint position)
{
  g_autoptr (MusterImportItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  const char *reasons = muster_import_item_get_reasons (item);
  g_autofree char *title = g_strdup_printf (_("Line %u: %s"), muster_import_item_get_line (item), muster_row_fate_get_label (muster_import_item_get_fate (item)));
  g_autofree char *rules = reasons[0] != '\0' ? g_strdup_printf (_("Rules: %s"), muster_import_item_get_rules (item)) : NULL;
  g_autofree char *text = g_strjoin ("\n\n", muster_import_item_get_name (item), reasons[0] != '\0' ? reasons : _("Nothing is to be said about this row."), rules, NULL);
  AdwDialog *dialog = adw_alert_dialog_new (title, text);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
tile_cb (MusterImportPreview *self, GtkToggleButton *tile)
{
  if (!self->filling && self->model != NULL && gtk_toggle_button_get_active (tile))
    muster_import_row_model_set_fates (self->model, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (tile), "fates")));
}

static GtkWidget *
add_tile (MusterImportPreview *self, const char *label, guint count, guint fates, GtkWidget *group)
{
  GtkWidget *tile = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = gtk_label_new (NULL);
  g_autofree char *text = g_strdup_printf ("%'u", count);

  gtk_label_set_label (GTK_LABEL (number), text);
  gtk_widget_add_css_class (number, "title-3");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (tile), box);
  gtk_widget_add_css_class (tile, "muster-tile");
  gtk_widget_set_sensitive (tile, count > 0);
  if (count == 0)
    g_object_bind_property (self, "narrow", tile, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_object_set_data (G_OBJECT (tile), "fates", GUINT_TO_POINTER (fates));
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tile), GTK_TOGGLE_BUTTON (group));
  g_signal_connect_object (tile, "toggled", G_CALLBACK (tile_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->tiles, tile);
  return tile;
}

/* What needs a person comes first to the eye: rejected rows are shown from the start. */
static void
fill_tiles (MusterImportPreview *self, const MusterImportPlan *plan)
{
  GtkWidget *all, *tile;

  while ((tile = gtk_widget_get_first_child (GTK_WIDGET (self->tiles))) != NULL)
    adw_wrap_box_remove (self->tiles, tile);
  all = add_tile (self, _("All Rows"), muster_sheet_get_n_rows (plan->sheet), 0, NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (all), TRUE);
  for (guint fate = 0; fate < MUSTER_N_FATES; fate++)
    {
      tile = add_tile (self, muster_row_fate_get_label (fate), plan->counts[fate], 1u << fate, all);
      if (fate == MUSTER_FATE_REJECTED && plan->counts[fate] > 0)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tile), TRUE);
    }
}

static void
update_summary (MusterImportPreview *self)
{
  g_autofree char *text = muster_import_preview_dup_summary (muster_import_preview_get_plan (self), muster_import_preview_get_accept_valid (self));

  gtk_label_set_label (self->summary, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->summary), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
accept_changed_cb (MusterImportPreview *self)
{
  if (self->filling || self->model == NULL)
    return;
  update_summary (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
muster_import_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, MUSTER_IMPORT_PREVIEW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_import_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    MUSTER_IMPORT_PREVIEW (object)->narrow = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_import_preview_dispose (GObject *object)
{
  MusterImportPreview *self = MUSTER_IMPORT_PREVIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_IMPORT_PREVIEW);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (muster_import_preview_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportPreview, banner);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPreview, tiles);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPreview, summary);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPreview, accept_box);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPreview, accept_switch);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPreview, view);
  gtk_widget_class_bind_template_callback (widget_class, label_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, agency_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, fate_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, fate_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_changed_cb);
}

static void
muster_import_preview_class_init (MusterImportPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = muster_import_preview_get_property;
  object_class->set_property = muster_import_preview_set_property;
  object_class->dispose = muster_import_preview_dispose;
  g_object_class_install_property (object_class, PROP_NARROW, g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  signals[CHANGED] = g_signal_new ("changed", MUSTER_TYPE_IMPORT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
muster_import_preview_init (MusterImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
muster_import_preview_set_plan (MusterImportPreview *self, MusterImportPlan *plan)
{
  g_autoptr (GtkSelectionModel) none = NULL;

  g_return_if_fail (MUSTER_IS_IMPORT_PREVIEW (self));
  gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->model);
  self->model = muster_import_row_model_new (plan);
  fill_tiles (self, plan);
  self->filling = TRUE;
  gtk_switch_set_active (self->accept_switch, FALSE);
  self->filling = FALSE;
  gtk_widget_set_visible (self->accept_box, plan->counts[MUSTER_FATE_REJECTED] > 0);
  none = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  gtk_column_view_set_model (self->view, none);
  muster_import_preview_show_notice (self, NULL);
  update_summary (self);
}

MusterImportPlan *
muster_import_preview_get_plan (MusterImportPreview *self)
{
  return self->model != NULL ? muster_import_row_model_get_plan (self->model) : NULL;
}

gboolean
muster_import_preview_get_accept_valid (MusterImportPreview *self)
{
  return gtk_switch_get_active (self->accept_switch);
}

guint
muster_import_preview_get_n_people (MusterImportPreview *self)
{
  const MusterImportPlan *plan = muster_import_preview_get_plan (self);

  if (plan == NULL || (plan->counts[MUSTER_FATE_REJECTED] > 0 && !muster_import_preview_get_accept_valid (self)))
    return 0;
  return plan->counts[MUSTER_FATE_CREATED] + plan->counts[MUSTER_FATE_UPDATED];
}

void
muster_import_preview_show_notice (MusterImportPreview *self, const char *message)
{
  adw_banner_set_revealed (self->banner, message != NULL);
  if (message == NULL)
    return;
  adw_banner_set_title (self->banner, message);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

char *
muster_import_preview_dup_summary (const MusterImportPlan *plan, gboolean accept_valid)
{
  guint n_rejected = plan->counts[MUSTER_FATE_REJECTED];
  GString *text = g_string_new (NULL);

  if (n_rejected > 0 && !accept_valid)
    {
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "Nothing will be imported, because %'u row is rejected. Put it right in the file, or import the good rows all the same.", "Nothing will be imported, because %'u rows are rejected. Put them right in the file, or import the good rows all the same.", n_rejected), n_rejected);
      return g_string_free_and_steal (text);
    }
  for (guint fate = 0; fate < MUSTER_N_FATES; fate++)
    if (plan->counts[fate] > 0)
      {
        g_autofree char *sentence = dup_sentence (fate, plan->counts[fate]);

        append_sentence (text, sentence);
      }
  if (plan->counts[MUSTER_FATE_CREATED] + plan->counts[MUSTER_FATE_UPDATED] == 0)
    append_sentence (text, _("There is nothing to import."));
  return g_string_free_and_steal (text);
}
