package huizhan.call;

import huizhan.kernel.Text;

/** Whom to ask, and where material goes (A16). */
public record Contact(String name, String telephone, Text office, Text address, String postcode) {}
