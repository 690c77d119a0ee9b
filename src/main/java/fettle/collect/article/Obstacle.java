package fettle.collect.article;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Tells a page that is no article but something in front of it: a paywall, a log-in, a question about cookies, a check
/// for robots, a page that says that nothing is there, or one that only a script fills. Only where the text found is
/// short: an article about paywalls is an article.
///
/// @param title of the page and its first heading, in lower case
/// @param text of the whole page, in lower case
/// @param password whether a password is asked for
/// @param paid whether the page declares itself not free
/// @param scripted whether the page waits for a script to fill it
record Obstacle(String title, String text, boolean password, boolean paid, boolean scripted) {

    private static final int SHORT = 600; // letters of an article that may be only what stands in front of one
    private static final int TEASER = 2_500;
    private static final int LOOKED_AT = 20_000;

    private static final Pattern NOT_FOUND = Pattern.compile("\\b404\\b|not found|(page|site) (does not|doesn.t) exist|"
            + "no longer (available|exists)|nicht gefunden|introuvable|no encontrada|non trovata|não encontrada|"
            + "не найдена|見つかりません|找不到");
    private static final Pattern ROBOT = Pattern.compile("just a moment|attention required|are you a (robot|human)|"
            + "verify (that )?you are (a )?human|access denied|unusual traffic|checking your browser|security check|"
            + "captcha");
    private static final Pattern PAYWALL = Pattern.compile("subscribe to (continue|read|keep)|"
            + "(this|the) (article|content|story) is (only )?(for|available to|reserved for) (paid |paying )?(subscribers|members)|"
            + "subscribers? only|subscriber[- ]exclusive|to (continue|keep) reading|continue reading (with|by)|"
            + "already a (subscriber|member)|members[- ]only|start your (free )?(trial|subscription)|"
            + "you have (reached|read) (your|the) .{0,30}(limit|free articles)|weiterlesen mit|jetzt abonnieren|"
            + "réservé aux abonnés|pour lire la suite|solo para suscriptores|riservato agli abbonati|"
            + "только для подписчиков|有料会員");
    private static final Pattern LOGIN = Pattern.compile("log ?in|sign ?in|anmelden|connexion|iniciar sesión|войти|"
            + "ログイン|登录");
    private static final Pattern COOKIES = Pattern.compile("(accept|agree|consent|allow|akzeptieren|zustimmen|accepter|"
            + "aceptar|accetta|принять|同意).{0,200}cookies?|cookies?.{0,200}(accept|agree|consent|allow|akzeptieren|"
            + "zustimmen|accepter|aceptar|accetta|принять|同意)", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("(enable|requires?|need|activate|turn on).{0,40}javascript|"
            + "javascript.{0,60}(enabled?|required|disabled|activ)|aktivieren sie javascript|activer javascript");

    /// What the page shows before anything is taken out of it.
    static Obstacle of(Document page) {
        String body = page.body().text();
        String heading = page.select("h1").stream().findFirst().map(Element::text).orElse("");
        String waiting = page.select("noscript").text();
        boolean root = page.select("#root, #app, #__next, #__nuxt, app-root, [ng-app], [data-reactroot]").stream()
                .anyMatch(element -> !element.hasText());
        String text = cut(body).toLowerCase(Locale.ROOT);
        return new Obstacle((page.title() + " · " + heading).toLowerCase(Locale.ROOT), text,
                page.selectFirst("input[type=password]") != null, declaresItselfPaid(page),
                (root && page.selectFirst("script") != null)
                        || SCRIPT.matcher(waiting.toLowerCase(Locale.ROOT)).find() || SCRIPT.matcher(text).find());
    }

    private static String cut(String text) {
        return text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    }

    private static boolean declaresItselfPaid(Document page) {
        return page.select("script[type=application/ld+json]").stream()
                .anyMatch(script -> script.data().matches("(?is).*\"isAccessibleForFree\"\\s*:\\s*\"?false.*"))
                || !page.select("meta[property=article:content_tier][content=locked]").isEmpty();
    }

    /// Why an article of this text is none, as a clause; empty when it is one.
    Optional<String> before(String article) {
        int letters = article.length();
        if (letters < SHORT) {
            if (NOT_FOUND.matcher(title).find()) {
                return Optional.of("the page says that nothing was found there");
            }
            if (ROBOT.matcher(title).find() || (letters < SHORT / 2 && ROBOT.matcher(text).find())) {
                return Optional.of("the page asks whether a person is there");
            }
        }
        if (letters < TEASER && (paid || (letters < TEASER / 2 && PAYWALL.matcher(text).find()))) {
            return Optional.of("behind a paywall");
        }
        if (letters < SHORT) {
            if (password && LOGIN.matcher(title + text).find()) {
                return Optional.of("the page asks to log in");
            }
            if (COOKIES.matcher(text).find()) {
                return Optional.of("the page asks about cookies first");
            }
            if (scripted) {
                return Optional.of("the page shows its text only with JavaScript");
            }
        }
        return article.codePoints().noneMatch(Character::isLetterOrDigit)
                ? Optional.of("the page is empty")
                : Optional.empty();
    }
}
