package org.tctf.authadmin.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authadmin.application.CarryOutAct;
import org.tctf.authadmin.application.CarryOutOrderedAct;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Sees to it that an ordered act is carried out, should the request that ordered it have died. */
@Singleton
public class OrderedActs implements EventConsumer<CarryOutOrderedAct> {
    private final CarryOutAct carryOutAct;

    public OrderedActs(CarryOutAct carryOutAct) {
        this.carryOutAct = carryOutAct;
    }

    @Override
    public void on(CarryOutOrderedAct command, Envelope envelope) {
        carryOutAct.carryOut(command.actId());
    }
}
