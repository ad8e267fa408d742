//! How things look in this frame: the theme's tokens as egui takes them.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CornerRadius, Galley, Margin, Response, RichText, Role, Sense, Stroke, Style, Ui,
    Vec2, Visuals, WidgetInfo, vec2,
};

use super::fonts::{self, color32};
use crate::date::Language;
pub use crate::export::{kind_color, role_of};
use crate::scene::Metrics;
use crate::theme::{Colors, Rgb, Rgba, Sizes, TextRole, Theme};

/// The theme of this frame and what is derived from it.
#[derive(Clone, Copy)]
pub struct Look {
    /// The tokens.
    pub theme: &'static Theme,
    /// The language of the program, titles, names and dates.
    pub language: Language,
}

impl Look {
    /// Colours by purpose.
    pub fn colors(&self) -> &'static Colors {
        &self.theme.colors
    }

    /// Lengths in points.
    pub fn sizes(&self) -> &'static Sizes {
        &self.theme.sizes
    }

    /// Distances as multiples of the grid of four points.
    pub fn grid(&self, steps: f32) -> f32 {
        self.theme.sizes.grid * steps
    }

    /// The canvas' sizes.
    pub fn metrics(&self) -> Metrics {
        crate::export::metrics_of(self.theme)
    }

    /// A text laid out in one line or wrapped at `width_points`.
    pub fn galley(
        &self,
        ui: &Ui,
        role: TextRole,
        color: Rgb,
        lang: &str,
        text: &str,
        width_points: f32,
    ) -> Arc<Galley> {
        let wrap = TextWrapping::wrap_at_width(width_points);
        self.laid_out(ui, role, color, lang, text, wrap)
    }

    /// The same in one line, cut where it is wider.
    pub fn cut_galley(
        &self,
        ui: &Ui,
        role: TextRole,
        color: Rgb,
        lang: &str,
        text: &str,
        most_points: f32,
    ) -> Arc<Galley> {
        let wrap = TextWrapping::truncate_at_width(most_points.max(1.0));
        self.laid_out(ui, role, color, lang, text, wrap)
    }

    fn laid_out(
        &self,
        ui: &Ui,
        role: TextRole,
        color: Rgb,
        lang: &str,
        text: &str,
        wrap: TextWrapping,
    ) -> Arc<Galley> {
        let format = fonts::text_format_for(ui.ctx(), self.theme, role, lang, color, text);
        let mut job = LayoutJob::single_section(text.to_owned(), format);
        job.wrap = wrap;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }

    /// A text for egui's own widgets, in the role's font and the reader's language.
    pub fn text(&self, role: TextRole, color: Rgb, text: impl Into<String>) -> RichText {
        self.text_in(role, color, self.language.tag(), text)
    }

    /// A text for egui's own widgets, in the role's font and any language.
    pub fn text_in(
        &self,
        role: TextRole,
        color: Rgb,
        lang: &str,
        text: impl Into<String>,
    ) -> RichText {
        let style = self.theme.text.style(role);
        let mut rich = RichText::new(text)
            .family(fonts::family_for(lang, role))
            .size(style.size_points)
            .color(color32(color))
            .extra_letter_spacing(style.letter_spacing_points)
            .variation(b"wght", style.weight.value());
        if let Some(height) = style.line_height_points() {
            rich = rich.line_height(Some(height));
        }
        rich
    }

    /// A button without a frame, in the accent colour: "Open source ↗".
    pub fn link(&self, ui: &mut Ui, words: &str) -> Response {
        let text = self.text(TextRole::Control, self.colors().accent, words);
        let label = egui::Label::new(text)
            .selectable(false)
            .sense(Sense::click());
        let response = ui
            .add(label)
            .on_hover_cursor(egui::CursorIcon::PointingHand);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
        if response.hovered() || response.has_focus() {
            let y = response.rect.bottom() - 1.0;
            ui.painter().hline(
                response.rect.x_range(),
                y,
                Stroke::new(1.0, color32(self.colors().accent)),
            );
        }
        self.focus_ring(ui, &response);
        response
    }

    /// The ring around what has the keyboard.
    pub fn focus_ring(&self, ui: &Ui, response: &Response) {
        if response.has_focus() {
            let rect = response.rect.expand(self.sizes().focus_gap);
            let stroke = Stroke::new(self.sizes().focus_ring, color32(self.colors().accent));
            ui.painter().rect_stroke(
                rect,
                self.sizes().corner_small,
                stroke,
                egui::StrokeKind::Outside,
            );
        }
    }

    /// A quiet button of the bars.
    pub fn button(&self, ui: &mut Ui, words: &str, chosen: bool) -> Response {
        let colors = self.colors();
        let color = if chosen { colors.accent } else { colors.ink };
        let text = self.text(TextRole::Control, color, words);
        let fill = if chosen {
            colors.selected
        } else {
            colors.panel
        };
        let button = egui::Button::new(text)
            .fill(color32(fill))
            .stroke(Stroke::new(
                1.0,
                color32(if chosen { colors.accent } else { colors.line }),
            ))
            .corner_radius(self.sizes().corner)
            .min_size(vec2(0.0, self.sizes().control_height));
        let response = ui.add(button);
        self.focus_ring(ui, &response);
        response
    }

    /// A fact about an event in a rounded field: an actor, a person, a tag.
    pub fn chip(&self, ui: &mut Ui, lang: &str, words: &str) -> Response {
        let colors = self.colors();
        let text = self.text_in(TextRole::Meta, colors.ink, lang, words);
        let frame = egui::Frame::new()
            .fill(color32(colors.faint))
            .corner_radius(self.sizes().chip_height / 2.0)
            .inner_margin(Margin::symmetric(
                self.grid(2.0) as i8,
                (self.grid(1.0) - 1.0) as i8,
            ));
        frame
            .show(ui, |ui| {
                ui.add(egui::Label::new(text).wrap_mode(egui::TextWrapMode::Extend))
            })
            .inner
    }

    /// egui's own style under this theme.
    pub fn style(&self) -> Style {
        let (colors, sizes) = (self.colors(), self.sizes());
        let mut visuals = if self.theme.id.is_dark() {
            Visuals::dark()
        } else {
            Visuals::light()
        };
        visuals.panel_fill = color32(colors.panel);
        visuals.window_fill = color32(colors.panel);
        visuals.extreme_bg_color = color32(colors.faint);
        visuals.faint_bg_color = color32(colors.faint);
        visuals.code_bg_color = color32(colors.faint);
        visuals.hyperlink_color = color32(colors.accent);
        visuals.warn_fg_color = color32(colors.warning);
        visuals.error_fg_color = color32(colors.error);
        visuals.text_options = fonts::text_options(self.theme);
        visuals.window_stroke = Stroke::new(sizes.hairline, color32(colors.line));
        visuals.window_corner_radius = CornerRadius::same(sizes.corner as u8);
        visuals.menu_corner_radius = CornerRadius::same(sizes.corner as u8);
        visuals.selection.bg_fill = color32(colors.accent.mix(colors.panel, 0.65));
        visuals.selection.stroke = Stroke::new(1.0, color32(colors.ink));
        visuals.window_shadow.color = rgba(colors.shadow);
        visuals.popup_shadow.color = rgba(colors.shadow);
        let corner = CornerRadius::same(sizes.corner as u8);
        let widgets = &mut visuals.widgets;
        for (state, fill, edge) in [
            (&mut widgets.noninteractive, colors.panel, colors.line),
            (&mut widgets.inactive, colors.panel, colors.line),
            (&mut widgets.hovered, colors.hovered, colors.soft),
            (&mut widgets.active, colors.selected, colors.accent),
            (&mut widgets.open, colors.selected, colors.accent),
        ] {
            state.bg_fill = color32(fill);
            state.weak_bg_fill = color32(fill);
            state.bg_stroke = Stroke::new(sizes.hairline, color32(edge));
            state.fg_stroke = Stroke::new(1.0, color32(colors.ink));
            state.corner_radius = corner;
            state.expansion = 0.0;
        }
        let mut style = Style {
            visuals,
            ..Style::default()
        };
        style.text_styles = fonts::text_styles(self.theme, self.language.tag());
        style.spacing.item_spacing = Vec2::splat(self.grid(2.0));
        style.spacing.button_padding = vec2(self.grid(3.0), self.grid(1.0));
        style.spacing.interact_size.y = sizes.control_height;
        style.spacing.menu_margin = Margin::same(self.grid(2.0) as i8);
        style.interaction.selectable_labels = true;
        style.interaction.tooltip_delay = self.theme.motion.hover_delay_s;
        style.animation_time = self.theme.motion.fade_s;
        style
    }
}

/// A theme's translucent colour as egui takes it.
pub fn rgba(color: Rgba) -> Color32 {
    faded(color.rgb, f32::from(color.alpha) / 255.0)
}

/// A colour that covers this share of its ground.
pub fn faded(color: Rgb, alpha: f32) -> Color32 {
    color32(color).gamma_multiply(alpha.clamp(0.0, 1.0))
}
