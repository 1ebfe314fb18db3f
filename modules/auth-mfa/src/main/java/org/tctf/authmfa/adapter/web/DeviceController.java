package org.tctf.authmfa.adapter.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;
import org.tctf.authmfa.application.DistrustDevices;
import org.tctf.authmfa.application.ListDevices;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;

@Controller("/v1/auth/mfa/devices")
class DeviceController {
    private final ListDevices listDevices;
    private final DistrustDevices distrustDevices;

    DeviceController(ListDevices listDevices, DistrustDevices distrustDevices) {
        this.listDevices = listDevices;
        this.distrustDevices = distrustDevices;
    }

    /** Lists the devices of the caller that need not bring a code, oldest first: ten at most, so always on one page. */
    @Get
    Page<DeviceView> devices(Principal caller) {
        return new Page<>(listDevices.of(caller).stream().map(DeviceView::of).toList(), null);
    }

    /** Has all devices of the caller bring a code again. */
    @Delete
    @Status(HttpStatus.NO_CONTENT)
    void distrustAll(Principal caller) {
        distrustDevices.distrust(caller, null);
    }

    /** Has one device of the caller bring a code again. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void distrust(String id, Principal caller) {
        distrustDevices.distrust(caller, id);
    }
}
