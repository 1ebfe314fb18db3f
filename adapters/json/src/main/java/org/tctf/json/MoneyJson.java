package org.tctf.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import org.tctf.kernel.Money;

/** {@code {"amount": "49.00", "currency": "EUR"}}: the amount is text, so that no reader makes a double of it. */
final class MoneyJson {
    private record Text(String amount, String currency) {}

    private MoneyJson() {}

    static final class Writer extends JsonSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("amount", money.amount().toPlainString());
            json.writeStringField("currency", money.currency().getCurrencyCode());
            json.writeEndObject();
        }
    }

    static final class Reader extends JsonDeserializer<Money> {
        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Text text = context.readValue(json, Text.class);
            try {
                return Money.of(text.amount(), text.currency());
            } catch (IllegalArgumentException notMoney) {
                throw context.instantiationException(Money.class, notMoney);
            }
        }
    }
}
