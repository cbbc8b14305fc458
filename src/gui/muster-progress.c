/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-progress.h"

#define LOOK_AGAIN_MS 80

struct _MusterProgressMeter
{
  gatomicrefcount ref_count;
  int permille; /* atomic */
};

struct _MusterProgress
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkProgressBar *bar;
  GtkWidget *cancel_button;
  GCancellable *cancellable;
  MusterProgressMeter *meter;
  guint timer;
};

G_DEFINE_FINAL_TYPE (MusterProgress, muster_progress, ADW_TYPE_BIN)

static MusterProgressMeter *
meter_new (void)
{
  MusterProgressMeter *meter = g_new0 (MusterProgressMeter, 1);

  g_atomic_ref_count_init (&meter->ref_count);
  return meter;
}

static gboolean
look_cb (gpointer user_data)
{
  MusterProgress *self = user_data;
  int permille = g_atomic_int_get (&self->meter->permille);

  if (permille > 0)
    gtk_progress_bar_set_fraction (self->bar, permille / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
cancel_cb (MusterProgress *self)
{
  gtk_widget_set_sensitive (self->cancel_button, FALSE);
  g_cancellable_cancel (self->cancellable);
}

static void
muster_progress_dispose (GObject *object)
{
  MusterProgress *self = MUSTER_PROGRESS (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->meter, muster_progress_meter_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_PROGRESS);
  G_OBJECT_CLASS (muster_progress_parent_class)->dispose (object);
}

static void
muster_progress_class_init (MusterProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_progress_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterProgress, label);
  gtk_widget_class_bind_template_child (widget_class, MusterProgress, bar);
  gtk_widget_class_bind_template_child (widget_class, MusterProgress, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
muster_progress_init (MusterProgress *self)
{
  self->meter = meter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

MusterProgressMeter *
muster_progress_meter_ref (MusterProgressMeter *meter)
{
  g_atomic_ref_count_inc (&meter->ref_count);
  return meter;
}

void
muster_progress_meter_unref (MusterProgressMeter *meter)
{
  if (g_atomic_ref_count_dec (&meter->ref_count))
    g_free (meter);
}

void
muster_progress_meter_report (goffset done, goffset total, gpointer data)
{
  MusterProgressMeter *meter = data;

  if (total > 0)
    g_atomic_int_set (&meter->permille, (int) (done * 1000 / total));
}

GCancellable *
muster_progress_begin (MusterProgress *self, const char *text)
{
  g_return_val_if_fail (MUSTER_IS_PROGRESS (self), NULL);

  muster_progress_end (self);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  muster_progress_meter_unref (self->meter);
  self->meter = meter_new ();
  gtk_widget_set_sensitive (self->cancel_button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  muster_progress_set (self, 0, text);
  self->timer = g_timeout_add (LOOK_AGAIN_MS, look_cb, self);
  return g_object_ref (self->cancellable);
}

MusterProgressMeter *
muster_progress_get_meter (MusterProgress *self)
{
  g_return_val_if_fail (MUSTER_IS_PROGRESS (self), NULL);
  return muster_progress_meter_ref (self->meter);
}

void
muster_progress_set (MusterProgress *self, double fraction, const char *text)
{
  g_return_if_fail (MUSTER_IS_PROGRESS (self));

  gtk_progress_bar_set_fraction (self->bar, fraction);
  if (text != NULL)
    gtk_label_set_label (self->label, text);
}

void
muster_progress_end (MusterProgress *self)
{
  g_return_if_fail (MUSTER_IS_PROGRESS (self));
  g_clear_handle_id (&self->timer, g_source_remove);
}
