package fettle.token.template;

/// The template itself said no, by `raise_exception`.
final class Refusal extends RuntimeException {

    Refusal(String message) {
        super(message);
    }
}
