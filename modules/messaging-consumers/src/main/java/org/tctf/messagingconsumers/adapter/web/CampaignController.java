package org.tctf.messagingconsumers.adapter.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.web.ETag;
import org.tctf.messagingconsumers.application.campaign.CancelCampaign;
import org.tctf.messagingconsumers.application.campaign.DraftCampaign;
import org.tctf.messagingconsumers.application.campaign.EditCampaign;
import org.tctf.messagingconsumers.application.campaign.ListCampaigns;
import org.tctf.messagingconsumers.application.campaign.PauseCampaign;
import org.tctf.messagingconsumers.application.campaign.ResumeCampaign;
import org.tctf.messagingconsumers.application.campaign.ScheduleCampaign;
import org.tctf.messagingconsumers.application.campaign.ShowCampaign;
import org.tctf.messagingconsumers.application.campaign.ShowProgress;
import org.tctf.messagingconsumers.domain.campaign.Campaign;

/** Campaigns: a mail to an audience, from draft to sent. */
@Controller("/v1/campaigns")
@RolesAllowed({"STAFF", "ADMIN"})
class CampaignController {

    /** @param at absent = now */
    record ScheduleForm(@Nullable Instant at) {}

    private final DraftCampaign draftCampaign;
    private final EditCampaign editCampaign;
    private final ShowCampaign showCampaign;
    private final ListCampaigns listCampaigns;
    private final ScheduleCampaign scheduleCampaign;
    private final PauseCampaign pauseCampaign;
    private final ResumeCampaign resumeCampaign;
    private final CancelCampaign cancelCampaign;
    private final ShowProgress showProgress;

    CampaignController(
            DraftCampaign draftCampaign,
            EditCampaign editCampaign,
            ShowCampaign showCampaign,
            ListCampaigns listCampaigns,
            ScheduleCampaign scheduleCampaign,
            PauseCampaign pauseCampaign,
            ResumeCampaign resumeCampaign,
            CancelCampaign cancelCampaign,
            ShowProgress showProgress) {
        this.draftCampaign = draftCampaign;
        this.editCampaign = editCampaign;
        this.showCampaign = showCampaign;
        this.listCampaigns = listCampaigns;
        this.scheduleCampaign = scheduleCampaign;
        this.pauseCampaign = pauseCampaign;
        this.resumeCampaign = resumeCampaign;
        this.cancelCampaign = cancelCampaign;
        this.showProgress = showProgress;
    }

    /** Campaigns, newest first. */
    @Get
    Page<CampaignView> list(
            Principal caller,
            @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Nullable @QueryValue String cursor) {
        return listCampaigns.list(caller, limit, cursor).map(CampaignView::of);
    }

    /** One campaign. */
    @Get("/{campaignId}")
    HttpResponse<CampaignView> show(Principal caller, String campaignId) {
        return tagged(HttpResponse.ok(), showCampaign.show(caller, campaignId));
    }

    /** Begins a campaign. */
    @Post
    HttpResponse<CampaignView> draft(Principal caller, @Valid @Body CampaignForm form) {
        return tagged(HttpResponse.created(""), draftCampaign.draft(caller, form.plan()));
    }

    /** Changes a draft. */
    @Put("/{campaignId}")
    HttpResponse<CampaignView> edit(
            Principal caller,
            String campaignId,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @Body CampaignForm form) {
        return tagged(HttpResponse.ok(), editCampaign.edit(caller, campaignId, ifMatch, form.plan()));
    }

    /** Sets the start. What is said, and by which rule the audience is chosen, is final from then on. */
    @Post("/{campaignId}/schedule")
    HttpResponse<CampaignView> schedule(Principal caller, String campaignId, @Valid @Body ScheduleForm form) {
        return tagged(HttpResponse.ok(), scheduleCampaign.schedule(caller, campaignId, form.at()));
    }

    /** Stops sending; what a worker has begun, 25 mails at most, still goes out. Again is harmless. */
    @Post("/{campaignId}/pause")
    HttpResponse<CampaignView> pause(Principal caller, String campaignId) {
        return tagged(HttpResponse.ok(), pauseCampaign.pause(caller, campaignId));
    }

    /** Goes on where it stopped. Again is harmless. */
    @Post("/{campaignId}/resume")
    HttpResponse<CampaignView> resume(Principal caller, String campaignId) {
        return tagged(HttpResponse.ok(), resumeCampaign.resume(caller, campaignId));
    }

    /** Calls it off for good; what a worker has begun still goes out. Again is harmless. */
    @Post("/{campaignId}/cancel")
    HttpResponse<CampaignView> cancel(Principal caller, String campaignId) {
        return tagged(HttpResponse.ok(), cancelCampaign.cancel(caller, campaignId));
    }

    /** How far it is: counted and measured, not guessed. */
    @Get("/{campaignId}/progress")
    ProgressView progress(Principal caller, String campaignId) {
        return ProgressView.of(showProgress.show(caller, campaignId));
    }

    private static HttpResponse<CampaignView> tagged(MutableHttpResponse<?> response, Campaign campaign) {
        return response.body(CampaignView.of(campaign)).header(HttpHeaders.ETAG, ETag.of(campaign.version()));
    }
}
