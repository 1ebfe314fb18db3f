package org.tctf.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Money;
import org.tctf.kernel.event.Envelope;

/** The kernel's types whose JSON does not follow from their shape. */
final class KernelModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    KernelModule() {
        super("tctf-kernel");
        addSerializer(Money.class, new MoneyJson.Writer());
        addDeserializer(Money.class, new MoneyJson.Reader());
        addSerializer(Envelope.class, new CloudEventJson.Writer());
        addDeserializer(Envelope.class, new CloudEventJson.Reader());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addKeyDeserializers(new ValueKeys());
    }

    /** A value record is a map's key as its value would be. */
    private static final class ValueKeys implements KeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            return Shapes.isValue(type.getRawClass()) ? new ValueKey(type.getRawClass()) : null;
        }
    }
}
